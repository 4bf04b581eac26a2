import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { isOurTurn, pendingPermits } from '#lambdas/contracts/support/whose-turn.ts';
import { counted } from '#lambdas/support-cases/tell/counted.ts';
import { momentText } from '#lambdas/support-cases/tell/moment-text.ts';
import { reopenEndsAt } from '#lambdas/support-cases/tell/reopen-window.ts';
import { isKnownStatus, statusName } from '#lambdas/support-cases/tell/status-words.ts';

/** AWS does not say how many days. */
export const AWS_CLOSES = 'AWS closes a case after some days without an answer.';

/** Who has to do something next, and what. */
export function turnText(row: CaseRow): string {
  const { status, resolvedAt } = row;
  if (caseStateOf(status) === 'resolved') {
    const until = resolvedAt === undefined ? 'for 14 days' : `until ${momentText(reopenEndsAt(resolvedAt))}`;
    return `The case is resolved. It can be reopened in the AWS console ${until}.`;
  }
  if (isOurTurn(row)) return ['It is our turn.', ...answerLines(row), ...permitLines(row)].join(' ');
  if (!isKnownStatus(status)) return `Look at the case: AWS calls its status ${statusName(status)}.`;
  return 'It is the turn of AWS.';
}

function answerLines({ status, waitingSince }: CaseRow): string[] {
  if (caseStateOf(status) !== 'waiting-for-us') return [];
  const since = waitingSince === undefined ? '' : ` since ${momentText(waitingSince)}`;
  return [`AWS has been waiting for our answer${since}. Answer in the AWS console: ${AWS_CLOSES}`];
}

function permitLines(row: CaseRow): string[] {
  const { length } = pendingPermits(row);
  if (length === 0) return [];
  return [
    `AWS asks to see data of the account (${counted(length, 'request')}). Decide in the AWS console; Reeve never approves.`,
  ];
}
