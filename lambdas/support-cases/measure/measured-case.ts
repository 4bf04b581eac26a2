import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { isOurTurn, ourTurnSince } from '#lambdas/contracts/support/whose-turn.ts';
import { firstAnswerOf, isByAws } from '#lambdas/support-cases/tell/first-answer.ts';

/** `due`: the target is still to come. `none`: over without an answer, opened by AWS, or without a target. */
type AnswerState = 'on-time' | 'late' | 'due' | 'overdue' | 'none';

/** Those who may read reports need not be let in to what the case is about. */
const WITHHELD = { service: '', category: '', language: undefined };

/** A case as it is measured, without its texts; of a withheld one without its codes, too. Times are ISO 8601, durations milliseconds. */
export type MeasuredCase = Pick<
  CaseRow,
  | 'account'
  | 'displayId'
  | 'service'
  | 'category'
  | 'severity'
  | 'status'
  | 'language'
  | 'createdAt'
  | 'firstAnswerAt'
  | 'resolvedAt'
  | 'messages'
  | 'foundBy'
> & {
  isOpen: boolean;
  isWithheld: boolean;
  attachments: number;
  answer: AnswerState;
  /** Absent: AWS has not answered, or opened the case itself. */
  tookMs?: number;
  targetMs?: number;
  /** Since when it is our turn; absent: it is not. */
  waitingSince?: string;
  /** Absent: nobody saw how long it waited before Reeve came. */
  waitedMs?: number;
};

/** Measures a case as it stands at a moment. */
export function toMeasuredCase(
  row: CaseRow,
  firstAnswerMinutes: Record<string, number>,
  now: Date,
): MeasuredCase {
  const { account, displayId, severity, status } = row;
  const { service, category, language } = row.withheld ? WITHHELD : row;
  const { createdAt, firstAnswerAt, resolvedAt, messages, foundBy, isBaseline } = row;
  const { target, tookMs, lateMs } = firstAnswerOf(row, firstAnswerMinutes);
  const isOpen = caseStateOf(status) !== 'resolved';
  const since = isOurTurn(row) ? ourTurnSince(row) : undefined;
  const wait = since ? Math.max(0, now.getTime() - Date.parse(since)) : 0;
  const answer = (): AnswerState => {
    if (!target) return 'none';
    if (tookMs !== undefined) return lateMs === undefined ? 'on-time' : 'late';
    if (!isOpen) return 'none';
    return now.toISOString() > target.dueAt ? 'overdue' : 'due';
  };
  return {
    account,
    displayId,
    service,
    category,
    severity,
    status,
    language,
    createdAt,
    firstAnswerAt: isByAws(row) ? undefined : firstAnswerAt,
    resolvedAt,
    messages,
    foundBy,
    isOpen,
    isWithheld: row.withheld !== undefined,
    attachments: row.attachments.length,
    answer: answer(),
    ...(tookMs === undefined ? {} : { tookMs }),
    ...(target ? { targetMs: target.ms } : {}),
    ...(since ? { waitingSince: since } : {}),
    ...(isBaseline ? {} : { waitedMs: row.waitedMs + wait }),
  };
}
