import type { AnswerDesk } from '#lambdas/case-trackers/answer/answer-desk.ts';
import { outcomeText } from '#lambdas/case-trackers/answer/outcome-text.ts';
import { LEASE_MS } from '#lambdas/case-trackers/answer/perform-command.ts';
import { deliveryId } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import type { Tracker, TrackerMemory } from '#lambdas/case-trackers/tracker.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';
import type { TrackerItem } from '#lambdas/contracts/support/tracker-link.ts';
import { answerMarker } from '#lambdas/contracts/support/tracker-markers.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';

const SKEW_MS = 300_000;

type Place = { item: TrackerItem; tracker: Tracker; memory: TrackerMemory };

/** Says under a command what became of it, once. Fails with `BusyError` while another may be at it. */
export async function tellOutcome(
  desk: AnswerDesk,
  comment: TrackerComment | undefined,
  { item, tracker, memory }: Place,
  now: () => Date,
): Promise<void> {
  const { tellingAt, comment: id } = desk.now();
  if (tellingAt) {
    if (now().getTime() - Date.parse(tellingAt) < LEASE_MS)
      throw new BusyError('An answer was begun just now');
    const own = await memory.ownLogin();
    const since = new Date(Date.parse(tellingAt) - SKEW_MS).toISOString();
    const told = (await memory.comments(item, since)).find(
      ({ author, body }) => author === own && body.startsWith(answerMarker(id)),
    );
    if (told) return desk.save({ answer: told.id });
  }
  await desk.save({ tellingAt: now().toISOString() });
  const text = await outcomeText(desk.now(), comment?.body, memory.files);
  const delivery = { id: deliveryId(answerMarker(id)), text };
  await desk.save({ answer: await tracker.addComment(item, delivery) });
}
