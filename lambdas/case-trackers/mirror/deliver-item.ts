import { addNote } from '#lambdas/case-trackers/mirror/deliver-notes.ts';
import { deliveryId, textHash } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import type { Goal } from '#lambdas/case-trackers/mirror/goal.ts';
import type { LinkDesk } from '#lambdas/case-trackers/mirror/link-desk.ts';
import type { Tracker } from '#lambdas/case-trackers/tracker.ts';
import { caseMarker } from '#lambdas/contracts/support/tracker-markers.ts';

/** Where the last event of changed facts is remembered. */
const CHANGES = 'item:facts';

/** Opens the item, or brings its texts up to date where nobody else has changed them. */
export async function deliverItem(desk: LinkDesk, goal: Goal, tracker: Tracker): Promise<void> {
  const { item } = desk.now();
  const hash = textHash(goal.item.title, goal.item.body);
  if (!item) return openItem(desk, goal, tracker, hash);
  if (item.hash === hash) return;
  if (!tracker.memory) {
    await tellChange(desk, goal, tracker);
    return desk.save({ item: { ...item, hash, sent: [hash] } });
  }
  const current = await tracker.memory.readItem(item);
  const present = textHash(current.title, current.body);
  if (present !== hash && !item.sent.includes(present)) {
    const note = { name: `item:${hash.slice(0, 8)}`, text: '' };
    const text = tracker.words.corrected(note);
    await addNote(desk, tracker, { name: note.name, slot: note.name, hash: textHash(text), text });
    return desk.save({ item: { ...item, hash } });
  }
  await desk.begin({ what: 'edit' }, { item: { ...item, hash: '', sent: [...item.sent, hash] } });
  if (present !== hash) await tracker.memory.editItem(item, goal.item);
  await desk.end({ item: { ...item, hash, sent: [hash] } });
}

/** To who only takes: an event of its own, by the former one too, so that what comes, goes and comes again is told each time. */
async function tellChange(desk: LinkDesk, { changeText: text }: Goal, tracker: Tracker): Promise<void> {
  const former = desk.now().notes[CHANGES];
  const hash = textHash(text);
  if (former?.hash === hash) return;
  const name = `${CHANGES}:${deliveryId(hash, former?.id ?? '').slice(0, 8)}`;
  await addNote(desk, tracker, { name, slot: CHANGES, hash, text });
}

async function openItem(desk: LinkDesk, goal: Goal, tracker: Tracker, hash: string): Promise<void> {
  const marker = caseMarker(desk.now());
  await desk.begin({ what: 'item' }, { labels: goal.label ? [goal.label] : [] });
  const { id, url } = await tracker.openItem(goal.item, { id: deliveryId(marker), text: goal.item.body });
  // Its labels say the state already; whether it is closed is another call.
  await desk.end({ item: { id, url, hash, sent: [hash] }, label: goal.label });
}
