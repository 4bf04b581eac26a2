import { deliveryId, textHash } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import type { LinkDesk } from '#lambdas/case-trackers/mirror/link-desk.ts';
import type { Note, Tracker } from '#lambdas/case-trackers/tracker.ts';
import type { DeliveredNote } from '#lambdas/contracts/support/tracker-link.ts';
import { caseMarker } from '#lambdas/contracts/support/tracker-markers.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

/** Not one of a message: it says that people had changed the item. */
const OF_ITEM = 'item:';

/** Adds the comments that are missing, in order, and brings those up to date whose text is another now. */
export async function deliverNotes(desk: LinkDesk, goal: Note[], tracker: Tracker): Promise<void> {
  for (const note of goal) {
    const delivered = desk.now().notes[note.name];
    const hash = textHash(note.text);
    if (!delivered) await addNote(desk, tracker, { ...note, slot: note.name, hash });
    else if (delivered.hash !== hash) await amendNote(desk, tracker, note, { delivered, isWithdrawn: false });
  }
  const wanted = new Set(goal.map(({ name }) => name));
  for (const [name, delivered] of Object.entries(desk.now().notes)) {
    if (wanted.has(name) || name.startsWith(OF_ITEM)) continue;
    const note = { name, text: tracker.words.withdrawn(name, desk.now()) };
    if (delivered.hash !== textHash(note.text))
      await amendNote(desk, tracker, note, { delivered, isWithdrawn: true });
  }
}

type NewNote = Note & {
  /** Where it is remembered. */
  slot: string;
  hash: string;
};

export async function addNote(
  desk: LinkDesk,
  tracker: Tracker,
  { name, text, slot, hash }: NewNote,
): Promise<void> {
  const { item } = desk.now();
  if (!item) throw new PermanentError('A comment has no item');
  await desk.begin({ what: name, note: slot, hash });
  const id = await tracker.addComment(item, { id: deliveryId(caseMarker(desk.now()), name), text });
  await desk.end({ notes: { ...desk.now().notes, [slot]: { id, hash, sent: [textHash(text)] } } });
}

/**
 * Gives a note its other text: what AWS or our rules take out must not be left in a history of edits, so that the former is
 * removed and the new one stands at the end.
 */
async function amendNote(
  desk: LinkDesk,
  tracker: Tracker,
  note: Note,
  { delivered, isWithdrawn }: { delivered: DeliveredNote; isWithdrawn: boolean },
): Promise<void> {
  const { item, notes } = desk.now();
  const { memory, words } = tracker;
  const hash = textHash(note.text);
  // By the former delivery too: a text that comes, goes and comes again is three of them.
  const another = { ...note, name: `${note.name}:${deliveryId(hash, delivered.id).slice(0, 8)}` };
  if (!memory) return addNote(desk, tracker, { ...another, slot: note.name, hash });
  if (!item) throw new PermanentError('A comment has no item');
  const current = await memory.readComment(item, delivered.id);
  const present = current && textHash(current.body);
  if (present !== undefined && !delivered.sent.includes(present)) {
    const text = words.corrected(another);
    return addNote(desk, tracker, { name: another.name, text, slot: note.name, hash });
  }
  const settled = { ...delivered, hash, sent: [hash] };
  // What somebody deleted stays deleted.
  const isDeleted = present === undefined && !delivered.isRemoved;
  if (isDeleted || (present === hash && !isWithdrawn))
    return desk.end({ notes: { ...notes, [note.name]: settled } });
  await desk.begin({ what: 'edit' }, { notes: { ...notes, [note.name]: { ...delivered, isRemoved: true } } });
  if (present !== undefined) await memory.removeComment(item, delivered.id);
  if (!isWithdrawn) return addNote(desk, tracker, { ...note, slot: note.name, hash });
  await desk.end({ notes: { ...notes, [note.name]: { ...settled, isRemoved: true } } });
}
