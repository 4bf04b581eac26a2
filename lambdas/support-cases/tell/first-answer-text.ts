import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { spanOf } from '#lambdas/runtime/span.ts';
import { firstAnswerOf, isByAws } from '#lambdas/support-cases/tell/first-answer.ts';
import { momentText } from '#lambdas/support-cases/tell/moment-text.ts';
import { severityName } from '#lambdas/support-cases/tell/severity-words.ts';

/**
 * When AWS's first answer is due, or came, against the target of the severity. By the row and not by the clock: what is
 * told once more after a crash must be the same.
 */
export function firstAnswerText(row: CaseRow, firstAnswerMinutes: Record<string, number>): string {
  if (isByAws(row)) return 'None is due: AWS opened the case.';
  const { target, tookMs, lateMs } = firstAnswerOf(row, firstAnswerMinutes);
  const ofTarget = target
    ? `the target of ${spanOf(target.ms)}`
    : `no target is set for “${severityName(row.severity)}”`;
  if (tookMs !== undefined) {
    const took = `It came after ${spanOf(tookMs)}`;
    if (!target) return `${took}; ${ofTarget}.`;
    return lateMs === undefined
      ? `${took}, within ${ofTarget}.`
      : `${took}, ${spanOf(lateMs)} later than ${ofTarget}.`;
  }
  if (caseStateOf(row.status) === 'resolved') return 'There was none: the case was resolved without.';
  if (!target) return `There is none yet; ${ofTarget}.`;
  const due = momentText(target.dueAt);
  const isLate = Date.parse(target.dueAt) <= Date.parse(row.readAt) || row.reminded.includes('answer-late');
  return isLate
    ? `It is late: it was due by ${due} (target ${spanOf(target.ms)}).`
    : `It is due by ${due} (target ${spanOf(target.ms)}).`;
}
