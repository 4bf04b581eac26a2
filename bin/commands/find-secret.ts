import { UsageError } from '#bin/commands/command-line/errors.ts';
import { findChannel } from '#bin/commands/find-channel.ts';
import type { SecretKind } from '#bin/commands/secret-set/to-secret.ts';
import type { Settings } from '#lib/settings.ts';
import { hooksOf } from '#lib/support/hook-settings.ts';
import { trackersOf } from '#lib/support/tracker-settings.ts';

const OF_TRACKER = /^(?:tracker|hooks):/;

/** Whose secret it is: a channel's, with `tracker:` before its name a tracker's, with `hooks:` that of its webhooks. */
export type NamedSecret = { kind: SecretKind; secretName: string; isTracker: boolean };

export function findSecret(settings: Settings, name: string, stack: string): NamedSecret {
  if (!OF_TRACKER.test(name)) return { ...findChannel(settings, name, stack), isTracker: false };
  const secrets = trackerSecrets(settings, stack);
  const found = secrets.find((secret) => secret.name === name);
  if (found) return { kind: found.kind, secretName: found.secretName, isTracker: true };
  const names = secrets.map((secret) => secret.name).join(', ') || 'none';
  throw new UsageError(`There is no such tracker in reeve.config.ts; there are ${names}.`);
}

/** What trackers need, by the names that `secret set` takes. */
export function trackerSecrets(
  { support }: Pick<Settings, 'support'>,
  stack: string,
): { name: string; kind: SecretKind; secretName: string }[] {
  if (!support) return [];
  return [
    ...trackersOf(support, stack).map((one) => ({
      ...one,
      name: `tracker:${one.name}`,
      kind: one.kind === 'github' && one.app !== undefined ? ('github-app' as const) : one.kind,
    })),
    ...hooksOf(support, stack).map((one) => ({
      ...one,
      name: `hooks:${one.tracker}`,
      kind: 'hooks' as const,
    })),
  ];
}
