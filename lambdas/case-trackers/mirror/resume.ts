import { textHash } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import type { LinkDesk } from '#lambdas/case-trackers/mirror/link-desk.ts';
import type { Tracker, TrackerMemory } from '#lambdas/case-trackers/tracker.ts';
import { caseMarker, noteMarker } from '#lambdas/contracts/support/tracker-markers.ts';

/** Clocks differ, and trackers have whole seconds. */
const SKEW_MS = 300_000;

/** Finds out what became of a call that nobody heard the end of. What is not found is tried anew by whoever needs it. */
export async function resume(desk: LinkDesk, { memory }: Pick<Tracker, 'memory'>): Promise<void> {
  const begun = desk.abandoned();
  if (!begun) return;
  const since = new Date(Date.parse(begun.at) - SKEW_MS).toISOString();
  if (memory && begun.what === 'item') return resumeItem(desk, memory, since);
  if (memory && begun.note) return resumeNote(desk, memory, { ...begun, since });
  await desk.end({});
}

async function resumeItem(desk: LinkDesk, memory: TrackerMemory, since: string): Promise<void> {
  const found = await memory.findItem(caseMarker(desk.now()), since);
  const sent = found && textHash(found.title, found.body);
  await desk.end(found && sent ? { item: { id: found.id, url: found.url, hash: sent, sent: [sent] } } : {});
}

async function resumeNote(
  desk: LinkDesk,
  memory: TrackerMemory,
  { what, note, hash, since }: { what: string; note?: string; hash?: string; since: string },
): Promise<void> {
  const { item, notes } = desk.now();
  if (!item || !note) return desk.end({});
  const own = await memory.ownLogin();
  const comments = await memory.comments(item, since);
  const found = comments.find(({ author, body }) => author === own && body.startsWith(noteMarker(what)));
  if (!found) return desk.end({});
  const sent = textHash(found.body);
  await desk.end({ notes: { ...notes, [note]: { id: found.id, hash: hash ?? sent, sent: [sent] } } });
}
