import { answerCase } from '#lambdas/case-trackers/answer/answer-case.ts';
import type { AnswerPorts } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { Tracker } from '#lambdas/case-trackers/tracker.ts';
import { ItemGoneError } from '#lambdas/case-trackers/tracker-errors.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { AnswerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';

/** So long after its end AWS may still take a case up again. */
const HEARD_MS = 14 * 86_400_000;

/** Who may answer, and by what. */
export type TrackerAnswers = { settings: AnswerSettings; ports: AnswerPorts };

/** Whether comments of a case may still be meant for AWS. */
export function isHeard(row: CaseRow, link: TrackerLink | undefined, now: Date): link is TrackerLink {
  if (!link?.item || link.isGone) return false;
  if (caseStateOf(row.status) !== 'resolved') return true;
  return now.getTime() - Date.parse(row.resolvedAt ?? row.readAt) < HEARD_MS;
}

/** Whether anybody may answer from a tracker. */
export function mayAnswer(tracker: string, answers: TrackerAnswers | undefined): answers is TrackerAnswers {
  return (answers?.settings.actors[tracker] ?? []).length > 0;
}

/** Does what comments of one item ask for; of a tracker that only takes, nothing. */
export async function answerLink(
  { account, displayId, tracker: name, item }: TrackerLink,
  tracker: Tracker,
  { settings, ports }: TrackerAnswers,
): Promise<void> {
  const { memory } = tracker;
  const actors = settings.actors[name] ?? [];
  if (!memory || !item || actors.length === 0) return;
  const rules = { actors, perHour: settings.perHour };
  try {
    await answerCase({ account, displayId, tracker: name, item }, { tracker, memory, rules }, ports);
  } catch (error) {
    // Nobody is there to be answered; the next news of the case finds out, too.
    if (!(error instanceof ItemGoneError)) throw error;
  }
}
