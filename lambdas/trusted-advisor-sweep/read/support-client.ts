import {
  DescribeTrustedAdvisorCheckResultCommand,
  DescribeTrustedAdvisorCheckSummariesCommand,
  DescribeTrustedAdvisorChecksCommand,
  RefreshTrustedAdvisorCheckCommand,
  type SupportClient,
  type TrustedAdvisorCheckResult,
} from '@aws-sdk/client-support';
import { paginateListChecks, type TrustedAdvisorClient } from '@aws-sdk/client-trustedadvisor';
import type { AdvisorApi, CheckResult } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';

/** Events have names in it, too. */
const LANGUAGE = 'en';

type Clients = { support: SupportClient; advisor: TrustedAdvisorClient; turn: () => Promise<void> };

/** Trusted Advisor of the account that the clients are for; each call waits for its turn. */
export function supportClient({ support, advisor, turn }: Clients): AdvisorApi {
  return {
    async offeredChecks() {
      await turn();
      const command = new DescribeTrustedAdvisorChecksCommand({ language: LANGUAGE });
      const { checks = [] } = await support.send(command);
      return checks.flatMap(({ id, name, category = '', metadata: columns = [] }) =>
        id && name ? [{ id, name, category, columns }] : [],
      );
    },

    async sources() {
      const sources = new Map<string, string>();
      await turn();
      for await (const { checkSummaries = [] } of paginateListChecks(
        { client: advisor, pageSize: 200 },
        {},
      )) {
        for (const { arn = '', source } of checkSummaries) {
          // The id of the Support API is the end of the ARN.
          if (source) sources.set(arn.slice(arn.lastIndexOf('/') + 1), source);
        }
        await turn();
      }
      return sources;
    },

    async summaries(ids) {
      await turn();
      const command = new DescribeTrustedAdvisorCheckSummariesCommand({ checkIds: ids });
      const { summaries = [] } = await support.send(command);
      return summaries.flatMap(
        ({ checkId, status = '', timestamp, hasFlaggedResources, resourcesSummary }) =>
          checkId
            ? [
                {
                  id: checkId,
                  status,
                  ...atOf(timestamp),
                  hasFlagged: hasFlaggedResources ?? false,
                  excluded: resourcesSummary?.resourcesSuppressed ?? 0,
                },
              ]
            : [],
      );
    },

    async result(id) {
      await turn();
      const command = new DescribeTrustedAdvisorCheckResultCommand({ checkId: id, language: LANGUAGE });
      const { result } = await support.send(command);
      return toResult(result);
    },

    async refresh(id) {
      await turn();
      const { status } = await support.send(new RefreshTrustedAdvisorCheckCommand({ checkId: id }));
      return status?.status !== 'abandoned';
    },
  };
}

function toResult(result: TrustedAdvisorCheckResult | undefined): CheckResult {
  // An empty answer must not read as: nothing is flagged.
  if (!result?.status) return { status: 'not_available', resources: [] };
  const { status, timestamp, flaggedResources = [] } = result;
  return {
    status,
    ...atOf(timestamp),
    resources: flaggedResources.map(
      ({ resourceId = '', status: own = '', region, isSuppressed = false, metadata = [] }) => ({
        id: resourceId,
        status: own,
        ...(region ? { region } : {}),
        isSuppressed,
        metadata,
      }),
    ),
  };
}

/** Of a check that was never made, AWS gives an empty time, or none. */
function atOf(timestamp: string | undefined): { at?: string } {
  const at = Date.parse(timestamp ?? '');
  return Number.isNaN(at) ? {} : { at: new Date(at).toISOString() };
}
