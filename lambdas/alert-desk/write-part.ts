import { createHash } from 'node:crypto';
import { contributionOf } from '#lambdas/alert-desk/contribution.ts';
import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { matchRoutes, type Routing } from '#lambdas/alert-desk/match-routes.ts';
import type { MergedPart } from '#lambdas/alert-desk/merge-part.ts';
import type { Contribution, PartRow } from '#lambdas/alert-desk/part-row.ts';
import { isApplied, remembersSince } from '#lambdas/alert-desk/update-head.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Mute } from '#lambdas/contracts/settings.ts';

type PartWrite = {
  key: string;
  merged: MergedPart;
  /** Where it is a page of several its labels may ask for channels that those of the newest do not. */
  incoming?: Observation;
  /** No channel hears of it for the first time. */
  quiet?: boolean;
  stored: PartRow | undefined;
  head: Head | undefined;
  mutes: Mute[];
};
type WritePorts = Pick<DeskPorts, 'writePart' | 'settings' | 'now'>;

/**
 * Writes a part with its routes: those of now, and every channel that was told of it before, so that no
 * message stays open for ever. With it goes what the head counts of the part today: should the head's own
 * write be lost, the repeat knows what to take away.
 */
export async function writePart(write: PartWrite, ports: WritePorts): Promise<PartRow> {
  const { key, merged, incoming, stored, head } = write;
  const { channels, mutedUntil, isHeld } = routingOf(write, ports);
  const alsoTold = incoming ? channelsOf(write, ports) : [];
  const version = (stored?.version ?? 0) + 1;
  const counted = stored && countedOf(stored, head);
  const { mutedUntil: _ended, counted: _before, ...share } = merged as PartRow;
  const part: PartRow = {
    ...share,
    version,
    channels: isHeld ? [] : [...new Set([...(stored?.channels ?? []), ...channels, ...alsoTold])].sort(),
    ...(mutedUntil && merged.status === 'open' ? { mutedUntil } : {}),
    writeId: createHash('sha256').update(`${merged.id}/${version}`).digest('base64url').slice(0, 10),
    headRevision: head?.revision ?? 0,
    ...(counted ? { counted } : {}),
  };
  await ports.writePart(key, part);
  return part;
}

/** Whether an observation asks for a channel that its part is not told in. */
export function findsNewChannel(write: PartWrite, ports: WritePorts): boolean {
  return channelsOf(write, ports).some((channel) => !write.stored?.channels.includes(channel));
}

/** Whether the head misses the last write of a part: its writer died between the two rows. */
export function isOwed(part: PartRow, head: Head | undefined): boolean {
  if (!head) return true;
  return !isApplied(head, part.writeId) && remembersSince(head, part.headRevision);
}

/** `isHeld`: not even who was told of it in a former life hears of it before it has lasted. */
function routingOf(
  write: PartWrite,
  { settings, now }: WritePorts,
): Pick<Routing, 'channels' | 'mutedUntil'> & { isHeld?: true } {
  const { merged, incoming, mutes } = write;
  if (isQuiet(write)) return { channels: [] };
  const held = incoming && heldUntil(write);
  if (held && Date.parse(held) > now().getTime()) {
    return { channels: [], mutedUntil: held, isHeld: true };
  }
  return matchRoutes(merged, settings, mutes, now());
}

/** What is held back is counted from the first that asked for it: news while it waits does not prolong it. */
function heldUntil({ incoming, stored }: PartWrite): string | undefined {
  const { holdUntil } = incoming ?? {};
  if (!holdUntil || stored?.status !== 'open') return holdUntil;
  return stored.mutedUntil && [holdUntil, stored.mutedUntil].sort()[0];
}

/** The channels that an observation asks for by itself. */
function channelsOf(write: PartWrite, { settings, now }: WritePorts): string[] {
  const { incoming, mutes } = write;
  if (!incoming || incoming.holdUntil || isQuiet(write)) return [];
  return matchRoutes({ ...incoming, ...incoming.part }, settings, mutes, now()).channels;
}

function isQuiet({ quiet, incoming }: PartWrite): boolean {
  return quiet ?? incoming?.quiet ?? false;
}

function countedOf(stored: PartRow, head: Head | undefined): Contribution | undefined {
  return isOwed(stored, head) ? stored.counted : contributionOf(stored);
}
