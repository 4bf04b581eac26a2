import { UsageError } from '#bin/commands/command-line/errors.ts';
import { findChannel } from '#bin/commands/find-channel.ts';
import type { SecretKind } from '#bin/commands/secret-set/to-secret.ts';
import type { Settings } from '#lib/settings.ts';
import { trackersOf } from '#lib/support/tracker-settings.ts';

const OF_TRACKER = 'tracker:';

/** Whose secret it is: a channel's, or with `tracker:` before its name a tracker's. */
export type NamedSecret = { kind: SecretKind; secretName: string; isTracker: boolean };

export function findSecret(settings: Settings, name: string, stack: string): NamedSecret {
  if (!name.startsWith(OF_TRACKER)) return { ...findChannel(settings, name, stack), isTracker: false };
  const trackers = settings.support ? trackersOf(settings.support, stack) : [];
  const found = trackers.find((tracker) => `${OF_TRACKER}${tracker.name}` === name);
  const kind = found?.kind === 'github' && found.app !== undefined ? 'github-app' : found?.kind;
  if (found && kind) return { kind, secretName: found.secretName, isTracker: true };
  const names = trackers.map((tracker) => `${OF_TRACKER}${tracker.name}`).join(', ') || 'none';
  throw new UsageError(`There is no such tracker in reeve.config.ts; there are ${names}.`);
}
