import { answerDesk } from '#lambdas/case-trackers/answer/answer-desk.ts';
import type { AnswerPorts, AnswerRules } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import { decideCommand } from '#lambdas/case-trackers/answer/decide-command.ts';
import { performCommand } from '#lambdas/case-trackers/answer/perform-command.ts';
import { tellOutcome } from '#lambdas/case-trackers/answer/tell-outcome.ts';
import type { Tracker, TrackerMemory } from '#lambdas/case-trackers/tracker.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';
import type { TrackerItem } from '#lambdas/contracts/support/tracker-link.ts';

/** What was written before Reeve was told to listen asks for nothing. */
const BEFORE_MS = 24 * 3_600_000;
/** Comments come into sight a little later than their time says. */
const OVERLAP_MS = 300_000;

export type AnsweredCase = { account: string; tracker: string; displayId: string; item: TrackerItem };
type Place = { tracker: Tracker; memory: TrackerMemory; rules: AnswerRules };

/**
 * Does what new comments of an item ask for, in their order, each once, and says so there. What is begun is ended first; a later
 * command waits for it. Fails with `RetryLaterError` where the next call goes on.
 */
export async function answerCase(
  one: AnsweredCase,
  { tracker, memory, rules }: Place,
  ports: AnswerPorts,
): Promise<void> {
  const { now } = ports;
  const { files } = memory;
  const answers = await ports.answersOf(one);
  const heeded = await ports.heededOf(one);
  const until = heeded?.until ?? new Date(now().getTime() - BEFORE_MS).toISOString();
  if (!heeded) await ports.writeHeeded(one, until, 0);
  // What is older than a day is not done either: nobody expects it any more, and who edited it is not said.
  const oldest = new Date(now().getTime() - BEFORE_MS).toISOString();
  const overlap = heeded ? new Date(Date.parse(until) - OVERLAP_MS).toISOString() : until;
  const since = overlap > oldest ? overlap : oldest;
  const all = await memory.comments(one.item, since);
  // One of long ago that somebody edits now is no new command: who edited it is not said.
  const comments = all.filter(({ at }) => Date.parse(at) >= Date.parse(since));

  const end = async (row: AnswerRow, comment: TrackerComment | undefined) => {
    const desk = answerDesk(row, ports);
    if (!row.outcome) await performCommand(desk, comment, { ...ports, files });
    const { outcome, isSilent, answer } = desk.now();
    if (isSilent || answer !== undefined || outcome === 'withdrawn') return;
    await tellOutcome(desk, comment, { item: one.item, tracker, memory }, now);
  };

  for (const row of answers.filter(isOpen).toSorted(inOrder)) {
    await end(row, await memory.readComment(one.item, row.comment));
  }
  for (const comment of comments) {
    if (answers.some((answer) => answer.comment === comment.id)) continue;
    const row = await decideCommand(comment, { ...one, rules, files, answers, now: now() });
    if (!row) continue;
    const first = { ...row, version: 1 };
    await ports.writeAnswer(first, 0);
    answers.push(first);
    await end(first, comment);
  }
  const newest = comments.at(-1)?.at;
  if (newest !== undefined && Date.parse(newest) > Date.parse(until)) {
    await ports.writeHeeded(one, newest, heeded?.version ?? 1);
  }
}

/** Whether something is still to be done, or to be told. */
function isOpen({ outcome, isSilent, answer }: AnswerRow): boolean {
  return outcome === undefined || (outcome !== 'withdrawn' && !isSilent && answer === undefined);
}

function inOrder(a: AnswerRow, b: AnswerRow): number {
  return a.at.localeCompare(b.at) || a.comment.localeCompare(b.comment, 'en', { numeric: true });
}
