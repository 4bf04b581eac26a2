import { globalRegionOf } from '#lambdas/contracts/regions.ts';
import { type TagPolicy, versionOfRule } from '#lambdas/contracts/tags/tag-policy.ts';
import type { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';
import type { TagSettings } from '#lambdas/required-tags/tag-ports.ts';

type NewsSettings = Pick<TagSettings, 'engine' | 'homeRegion'> & {
  policy: Pick<TagPolicy, 'version'>;
};

/** Reads a message; undefined: it is of a rule that is none of ours. */
export function toNews(
  message: TagMessage,
  { policy, engine, homeRegion }: NewsSettings,
  now: Date,
): TagNews | undefined {
  if ('kind' in message) {
    const {
      account,
      region,
      type,
      id,
      at,
      violates,
      unwatched,
      askIn = globalRegionOf(homeRegion),
    } = message;
    const askedIn = region === GLOBAL ? askIn : region;
    const asked = momentOf([at], now);
    return {
      account,
      region,
      type,
      id,
      askedIn,
      at: asked,
      evaluatedAt: asked,
      says: unwatched ? 'unwatched' : violates ? 'violates' : 'unsure',
      isRecheck: true,
    };
  }
  const { account, region, time, detail } = message;
  const version = versionOfRule(detail.configRuleName);
  if (version === undefined) return undefined;
  const { complianceType, evaluationResultIdentifier, resultRecordedTime } = detail.newEvaluationResult;
  // A managed rule, or a rule of a former policy, may let pass what this policy does not.
  const isExact = engine === 'guard' && version === policy.version;
  const complies = complianceType === 'COMPLIANT' && isExact;
  return {
    account,
    region: detail.awsRegion ?? region,
    type: detail.resourceType,
    id: detail.resourceId,
    askedIn: region,
    at: momentOf([evaluationResultIdentifier?.orderingTimestamp, resultRecordedTime, time], now),
    evaluatedAt: momentOf([resultRecordedTime, time], now),
    says: complianceType === 'NON_COMPLIANT' ? 'violates' : complies ? 'complies' : 'unsure',
    ...(detail.oldEvaluationResult ? {} : { firstOf: version }),
    isRecheck: false,
  };
}

/** What AWS Config writes in place of a Region. */
const GLOBAL = 'global';

/** The first of the times that can be read; one that lies in the future would shut out all that follow. */
function momentOf(times: (string | undefined)[], now: Date): number {
  const moments = times.map((time) => Date.parse(time ?? '')).filter((moment) => !Number.isNaN(moment));
  return Math.min(moments[0] ?? now.getTime(), now.getTime());
}
