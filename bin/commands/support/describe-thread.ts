import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';

const minute = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** A case and its whole thread, oldest message first. */
export function describeThread(
  row: CaseRow,
  thread: CaseThread,
  nameOf: (account: string) => string,
): string[] {
  const found = Object.entries(row.redaction.found);
  return [
    `Case ${row.displayId}: ${row.withheld ? '(withheld)' : thread.subject}`,
    '',
    `Account       ${nameOf(row.account)}`,
    `Status        ${row.status}`,
    `Severity      ${row.severity}`,
    `Service       ${row.service}, ${row.category}`,
    `Opened        ${minute(row.createdAt)}`,
    `First answer  ${row.firstAnswerAt ? minute(row.firstAnswerAt) : 'not yet'}`,
    ...(row.waitingSince ? [`Waits for you since ${minute(row.waitingSince)}`] : []),
    ...(row.resolvedAt ? [`Resolved      ${minute(row.resolvedAt)}`] : []),
    ...row.permits.map(({ status, at }) => `AWS asks to see data since ${minute(at)}: ${status}`),
    ...(found.length > 0
      ? [`Taken out     ${found.map(([kind, count]) => `${count} × ${kind}`).join(', ')}`]
      : []),
    ...(row.withheld
      ? ['', `What was written is withheld (${row.withheld}): see it in the console of AWS Support.`]
      : thread.messages.flatMap(({ at, author, body, attachments, editedAt }) => [
          '',
          `── ${minute(at)} · ${author}${editedAt ? ' · AWS took something out of it' : ''}`,
          body,
          ...attachments.map(({ fileName }) => `[file: ${fileName}]`),
        ])),
  ];
}
