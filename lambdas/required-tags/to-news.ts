import type { ResourceKey } from '#lambdas/contracts/tags/tag-finding.ts';
import { type TagPolicy, versionOfRule } from '#lambdas/contracts/tags/tag-policy.ts';
import type { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import type { TagSettings } from '#lambdas/required-tags/handle-messages.ts';

/** What a message says of a resource. */
export type TagNews = ResourceKey & {
  /** The Region whose AWS Config knows of it: global resources are recorded in one like any other. */
  askedIn: string;
  /**
   * When the resource was as it was looked at, by AWS Config's own clock, in milliseconds: news of a resource is ordered
   * by it, as messages arrive in any order. On a roll-out it may be years ago.
   */
  at: number;
  /** When it was evaluated, in milliseconds. */
  evaluatedAt: number;
  /** `unsure`: it has to be looked at. */
  says: 'violates' | 'complies' | 'unsure';
  /** Of a rule that had not evaluated the resource before: the version of the policy that it checks. */
  firstOf?: string;
  /** A sweep asks, which has minded grace and what is older than the policy. */
  isRecheck: boolean;
};

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
    const { account, region, type, id, at } = message;
    const askedIn = region === GLOBAL ? homeRegion : region;
    const asked = momentOf([at], now);
    return {
      account,
      region,
      type,
      id,
      askedIn,
      at: asked,
      evaluatedAt: asked,
      says: 'unsure',
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
