import { createHash } from 'node:crypto';
import { contributionOf } from '#lambdas/alert-desk/contribution.ts';
import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { matchRoutes } from '#lambdas/alert-desk/match-routes.ts';
import type { MergedPart } from '#lambdas/alert-desk/merge-part.ts';
import type { Contribution, PartRow } from '#lambdas/alert-desk/part-row.ts';
import { isApplied, remembersSince } from '#lambdas/alert-desk/update-head.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { Mute } from '#lambdas/contracts/settings.ts';

type WritePorts = Pick<DeskPorts, 'writePart' | 'settings' | 'now'>;

/**
 * Writes a part with its routes: those of now, and every channel that was told of it before, so that no
 * message stays open for ever. With it goes what the head counts of the part today: should the head's own
 * write be lost, the repeat knows what to take away.
 */
export async function writePart(
  key: string,
  merged: MergedPart,
  stored: PartRow | undefined,
  head: Head | undefined,
  mutes: Mute[],
  ports: WritePorts,
): Promise<PartRow> {
  const { channels, mutedUntil } = matchRoutes(merged, ports.settings, mutes, ports.now());
  const version = (stored?.version ?? 0) + 1;
  const counted = stored && countedOf(stored, head);
  const { mutedUntil: _ended, ...share } = merged as PartRow;
  const part: PartRow = {
    ...share,
    version,
    channels: [...new Set([...(stored?.channels ?? []), ...channels])].sort(),
    ...(mutedUntil && merged.status === 'open' ? { mutedUntil } : {}),
    writeId: createHash('sha256').update(`${merged.id}/${version}`).digest('base64url').slice(0, 10),
    headRevision: head?.revision ?? 0,
    ...(counted ? { counted } : {}),
  };
  if (!counted) delete part.counted;
  await ports.writePart(key, part);
  return part;
}

/** Whether the head misses the last write of a part: its writer died between the two rows. */
export function isOwed(part: PartRow, head: Head | undefined): boolean {
  if (!head) return true;
  return !isApplied(head, part.writeId) && remembersSince(head, part.headRevision);
}

function countedOf(stored: PartRow, head: Head | undefined): Contribution | undefined {
  return isOwed(stored, head) ? stored.counted : contributionOf(stored);
}
