import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import { type ResourceKey, resourceRowOf, type TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { handleMessages } from '#lambdas/required-tags/handle-messages.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import type { Settings } from '#lib/settings.ts';
import { requiredTagsSettingsOf } from '#lib/tags/required-tags-settings.ts';

/**
 * What required-tags would tell of an evaluation if its resource could not be looked at: the owner is then that of the
 * account, since its tags are not known here. Grace and what is older than the policy are left out: they say when, not where.
 */
export async function observeTagEvent(
  text: string,
  settings: Settings,
  tell: (observation: Observation | Standing) => Promise<void>,
): Promise<void> {
  const { tags } = settings;
  if (!tags) return;
  const tagSettings = requiredTagsSettingsOf(settings, { ...tags, graceDays: 0 });
  const rows = new Map<string, TagFinding>();
  const nameOf = (key: ResourceKey) => `${key.account}/${resourceRowOf(key)}`;
  await handleMessages([parseBody(TagMessage, text)], {
    settings: { ...tagSettings, homeRegion: settings.hub?.region ?? 'us-east-1' },
    accountDirectory: accountsInSettings(settings.accounts),
    lookAt: async () => new Map(),
    findings: {
      read: async (key) => rows.get(nameOf(key)),
      write: async (finding) => void rows.set(nameOf(finding), finding),
      readAlerts: async (_, alerts) => new Map(alerts.map((alert) => [alert, [...rows.values()]])),
      nextVersion: async () => 1,
      rolledOutAt: async () => 0,
    },
    tell,
    report: () => {},
    now: () => new Date(),
  });
}
