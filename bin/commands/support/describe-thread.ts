import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { ourTurnSince } from '#lambdas/contracts/support/whose-turn.ts';

const minute = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** A case and its whole thread, oldest message first; without one where it is withheld. */
export function describeThread(
  row: CaseRow,
  thread: CaseThread | undefined,
  nameOf: (account: string) => string,
): string[] {
  const since = ourTurnSince(row);
  const found = Object.entries(row.redaction.found);
  return [
    `Case ${row.displayId}: ${thread ? thread.subject : '(withheld)'}`,
    '',
    `Account       ${nameOf(row.account)}`,
    `Status        ${row.status}`,
    `Severity      ${row.severity}`,
    ...(thread ? [`Service       ${row.service}, ${row.category}`] : []),
    `Opened        ${minute(row.createdAt)}`,
    `First answer  ${firstAnswerOf(row)}`,
    ...(since ? [`Waits for you since ${minute(since)}`] : []),
    ...(row.resolvedAt ? [`Resolved      ${minute(row.resolvedAt)}`] : []),
    ...row.permits.map(({ status, at }) => `AWS asks to see data since ${minute(at)}: ${status}`),
    ...(found.length > 0
      ? [`Taken out     ${found.map(([kind, count]) => `${count} × ${kind}`).join(', ')}`]
      : []),
    ...(thread === undefined
      ? ['', `What was written is withheld (${row.withheld}): see it in the console of AWS Support.`]
      : thread.messages.flatMap(({ at, author, body, attachments, editedAt }) => [
          '',
          `── ${minute(at)} · ${author}${editedAt ? ' · AWS took something out of it' : ''}`,
          body,
          ...attachments.map(({ fileName }) => `[file: ${fileName}]`),
        ])),
  ];
}

function firstAnswerOf({ firstAnswerAt, openedBy }: CaseRow): string {
  if (openedBy === 'aws') return 'none is due: AWS opened the case';
  return firstAnswerAt ? minute(firstAnswerAt) : 'not yet';
}
