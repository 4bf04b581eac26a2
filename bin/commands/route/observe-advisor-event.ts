import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import { type AdvisorRow, itemRowOf } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { handleMessages } from '#lambdas/trusted-advisor-alerts/handle-messages.ts';
import { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import type { Settings } from '#lib/settings.ts';
import { advisorSettingsOf } from '#lib/trusted-advisor/advisor-settings.ts';

/**
 * What trusted-advisor-alerts would tell of a refreshed item that is new in an account which was read before. Its check is
 * known by its name alone, and its owner is that of the account: category and tags are not known here.
 */
export async function observeAdvisorEvent(
  text: string,
  settings: Settings,
  tell: (observation: Observation | Standing) => Promise<void>,
): Promise<void> {
  const { trustedAdvisor, hub, accounts } = settings;
  if (!trustedAdvisor) return;
  const rows = new Map<string, AdvisorRow>();
  const longAgo = '2000-01-01T00:00:00Z';
  await handleMessages([parseBody(AdvisorMessage, text)], {
    settings: {
      ...advisorSettingsOf(settings, trustedAdvisor),
      homeRegion: hub?.region ?? 'us-east-1',
    },
    accountDirectory: accountsInSettings(accounts),
    tagsOf: async () => new Map(),
    items: {
      readCheck: async () => [...rows.values()],
      write: async (row) => {
        const written = { ...row, version: row.version + 1 };
        rows.set(itemRowOf(row), written);
        return written;
      },
      nextVersion: async () => 1,
      standingOf: async () => ({
        state: 'ok',
        since: longAgo,
        triedAt: longAgo,
        heardAt: longAgo,
        baselineAt: longAgo,
      }),
      knownChecks: async () => ({ at: '', checks: [] }),
    },
    tell,
    report: () => {},
    now: () => new Date(),
  });
}
