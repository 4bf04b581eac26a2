import type { CaseChange } from '#lambdas/contracts/support/case-change.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { SupportCasesSettings } from '#lambdas/contracts/support/support-cases-settings.ts';
import { isOurTurn, ourTurnSince } from '#lambdas/contracts/support/whose-turn.ts';
import { firstAnswerOf } from '#lambdas/support-cases/tell/first-answer.ts';
import { DAY_MS, reopenEndsAt } from '#lambdas/support-cases/tell/reopen-window.ts';

type Rules = Pick<SupportCasesSettings, 'firstAnswerMinutes' | 'remindAfterHours' | 'remindReopenDays'>;

const HOUR_MS = 3_600_000;
const WAITING = 'waiting-';
const ANSWER_LATE = 'answer-late';
const REOPEN_ENDS = 'reopen-ends';

/**
 * Reminders that are to be given now, each once for its key. A case that was there before Reeve looked has no thread yet,
 * and is reminded of from its next change on.
 */
export function remindersDue(row: CaseRow, rules: Rules, now: Date): CaseChange[] {
  if (row.isBaseline) return [];
  return [...stillWaiting(row, rules, now), ...answerLate(row, rules, now), ...reopenEnds(row, rules, now)];
}

/** Marks that stay when a case is read anew: what goes may be reminded of again. */
export function keptReminders(before: CaseRow | undefined, after: CaseRow): string[] {
  if (!before) return [];
  const bothResolved = [before, after].every(({ status }) => caseStateOf(status) === 'resolved');
  const isSameWait = isOurTurn(before) && isOurTurn(after) && ourTurnSince(before) === ourTurnSince(after);
  return before.reminded.filter((mark) => {
    if (mark.startsWith(WAITING)) return isSameWait;
    return mark !== REOPEN_ENDS || (bothResolved && before.resolvedAt === after.resolvedAt);
  });
}

/** The hours that have passed in a mark of a wait. */
export function hoursOfMark(key: string | undefined): number | undefined {
  const hours = /^waiting-(\d+)h$/.exec(key ?? '')?.[1];
  return hours === undefined ? undefined : Number(hours);
}

/** Of several that are due at once the last says it all; an earlier one that was missed does not come after it. */
function stillWaiting(row: CaseRow, { remindAfterHours }: Rules, now: Date): CaseChange[] {
  const since = ourTurnSince(row);
  if (since === undefined) return [];
  const waited = (now.getTime() - Date.parse(since)) / HOUR_MS;
  const hours = Math.max(0, ...remindAfterHours.filter((each) => each <= waited));
  const told = row.reminded.map((mark) => hoursOfMark(mark) ?? 0);
  if (hours === 0 || told.some((each) => each >= hours)) return [];
  const at = new Date(Date.parse(since) + hours * HOUR_MS).toISOString();
  return [{ kind: 'still-waiting', at, key: `${WAITING}${hours}h` }];
}

function answerLate(row: CaseRow, { firstAnswerMinutes }: Rules, now: Date): CaseChange[] {
  const { target, tookMs } = firstAnswerOf(row, firstAnswerMinutes);
  const isAwaited = tookMs === undefined && caseStateOf(row.status) === 'open';
  if (!isAwaited || !target || Date.parse(target.dueAt) > now.getTime()) return [];
  if (row.reminded.includes(ANSWER_LATE)) return [];
  return [{ kind: 'answer-late', at: target.dueAt, key: ANSWER_LATE }];
}

function reopenEnds(row: CaseRow, { remindReopenDays }: Rules, now: Date): CaseChange[] {
  const isResolved = caseStateOf(row.status) === 'resolved';
  if (remindReopenDays === false || !isResolved || row.resolvedAt === undefined) return [];
  const end = Date.parse(reopenEndsAt(row.resolvedAt));
  const from = end - remindReopenDays * DAY_MS;
  const isNow = from <= now.getTime() && now.getTime() < end;
  if (!isNow || row.reminded.includes(REOPEN_ENDS)) return [];
  return [{ kind: 'reopen-ends', at: new Date(from).toISOString(), key: REOPEN_ENDS }];
}
