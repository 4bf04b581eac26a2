import type { CaseChange, CaseChangeKind } from '#lambdas/contracts/support/case-change.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { ourTurnSince } from '#lambdas/contracts/support/whose-turn.ts';
import { spanOf } from '#lambdas/runtime/span.ts';
import { counted } from '#lambdas/support-cases/tell/counted.ts';
import { firstAnswerOf } from '#lambdas/support-cases/tell/first-answer.ts';
import { momentText } from '#lambdas/support-cases/tell/moment-text.ts';
import { hoursOfMark } from '#lambdas/support-cases/tell/reminders-due.ts';
import { reopenEndsAt } from '#lambdas/support-cases/tell/reopen-window.ts';
import { AWS_CLOSES } from '#lambdas/support-cases/tell/turn-text.ts';

/** AWS closes no case for a request that nobody decides. */
const DECIDE = 'Decide on the request of AWS to see data, in the AWS console.';

type Told = { row: CaseRow; change: CaseChange; count: number; at: string; targets: Record<string, number> };

/** Each names its moment: the desk takes a line that it knows for a repeat. */
const TEXTS: Record<CaseChangeKind, (told: Told) => string> = {
  created: ({ at }) => `The case was created on ${at}.`,
  answered: ({ at, count }) => writtenText('AWS', count, at),
  replied: ({ at, count }) => writtenText('We', count, at),
  edited: ({ at, count }) => `AWS took something out of ${counted(count, 'message')}, as seen on ${at}.`,
  waiting: ({ at }) => `AWS has been waiting for our answer since ${at}.`,
  resolved: ({ row, change, at }) =>
    `The case was resolved on ${at}, ${ageText(row, change)} after it was created.`,
  reopened: ({ at }) => `The case was reopened, as seen on ${at}.`,
  'permit-asked': ({ at, count }) =>
    `AWS asked ${count === 1 ? '' : `${count} times `}to see data of the account${count === 1 ? '' : ', the last time'} on ${at}. Decide in the AWS console; Reeve never approves.`,
  'permit-ended': ({ at, count }) =>
    `${counted(count, 'request')} of AWS to see data ${count === 1 ? 'is' : 'are'} no longer pending, as seen on ${at}.`,
  'answer-late': ({ row, at, targets }) => {
    const { target } = firstAnswerOf(row, targets);
    return `AWS is late: its first answer was due by ${at}${target ? ` (target ${spanOf(target.ms)})` : ''}.`;
  },
  'still-waiting': ({ row, change, at }) => {
    const hours = hoursOfMark(change.key);
    const since = ourTurnSince(row);
    const isAsked = caseStateOf(row.status) === 'waiting-for-us';
    const long = hours === undefined ? `until ${at}` : `for ${hours} h`;
    return `Reminder: the case has waited for us ${long}${since ? `, since ${momentText(since)}` : ''}. ${isAsked ? AWS_CLOSES : DECIDE}`;
  },
  'reopen-ends': ({ row, at }) =>
    row.resolvedAt === undefined
      ? `Reminder of ${at}: the case cannot be reopened for much longer.`
      : `Reminder: the case can be reopened only until ${momentText(reopenEndsAt(row.resolvedAt))}.`,
};

/** A change as a sentence. */
export function changeText(row: CaseRow, change: CaseChange, targets: Record<string, number>): string {
  return TEXTS[change.kind]({ row, change, count: change.count ?? 1, at: momentText(change.at), targets });
}

function writtenText(who: string, count: number, at: string): string {
  return count === 1
    ? `${who} answered on ${at}.`
    : `${who} wrote ${counted(count, 'message')}, the last on ${at}.`;
}

function ageText({ createdAt }: CaseRow, { at }: CaseChange): string {
  return spanOf(Math.max(0, Date.parse(at) - Date.parse(createdAt)));
}
