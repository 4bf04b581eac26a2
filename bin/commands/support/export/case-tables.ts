import { type CaseRecord, firstAnswerMinutes } from '#bin/commands/support/export/case-record.ts';
import type { Column, Row, TableSchema } from '#lambdas/contracts/report.ts';

const ACCOUNT: Column[] = [
  { name: 'account', type: 'code', about: 'The id of the account, 12 digits.' },
  { name: 'account_name', type: 'text', about: 'Its name.' },
  { name: 'ou', type: 'text', about: 'The path of its organizational unit.' },
  { name: 'owner', type: 'text', about: 'Who owns it.' },
  { name: 'case', type: 'code', about: 'The number of the case, as the console shows it.' },
];

/** A row a case. */
export const SUPPORT_CASES: TableSchema = {
  name: 'support-cases',
  title: 'Support cases',
  about: 'Cases of AWS Support, redacted.',
  columns: [
    ...ACCOUNT,
    { name: 'subject', type: 'text', about: 'What it is about; empty where the case is withheld.' },
    { name: 'status', type: 'code', about: 'AWS’s word.' },
    {
      name: 'turn',
      type: 'code',
      about: 'Who has to do something next: us, aws, or none of a resolved case.',
    },
    { name: 'service', type: 'code', about: 'The code of the service; empty where the case is withheld.' },
    { name: 'category', type: 'code', about: 'The code of the category; likewise.' },
    { name: 'severity', type: 'code', about: 'The code of the severity.' },
    { name: 'language', type: 'code', about: 'ISO 639-1; likewise.' },
    { name: 'opened_at', type: 'timestamp', about: 'When it was opened.' },
    { name: 'first_answer_at', type: 'timestamp', about: 'When AWS answered first.' },
    { name: 'first_answer_minutes', type: 'integer', about: 'Minutes from its opening to that.' },
    { name: 'resolved_at', type: 'timestamp', about: 'When it was resolved.' },
    {
      name: 'waiting_since',
      type: 'timestamp',
      about: 'Since when it waits for an answer or a permit of the account.',
    },
    { name: 'waited_minutes', type: 'integer', about: 'How long it waited so in former waits.' },
    { name: 'messages', type: 'integer', about: 'How many messages it has.' },
    { name: 'withheld', type: 'code', about: 'Why its texts are not here.' },
    { name: 'taken_out', type: 'integer', about: 'How many secrets and addresses were taken out.' },
    { name: 'read_at', type: 'timestamp', about: 'When Reeve read it last.' },
  ],
};

/** A row a message; none of a withheld case. */
export const SUPPORT_MESSAGES: TableSchema = {
  name: 'support-messages',
  title: 'Messages of support cases',
  about: 'Messages of cases of AWS Support, redacted, oldest first.',
  columns: [
    ...ACCOUNT,
    { name: 'number', type: 'integer', about: 'Its place in the case, from 1.' },
    { name: 'at', type: 'timestamp', about: 'When it was written.' },
    { name: 'from', type: 'code', about: 'aws or customer.' },
    { name: 'author', type: 'text', about: 'Who wrote it.' },
    { name: 'body', type: 'text', about: 'What was written.' },
    { name: 'files', type: 'text', about: 'Names of its files, one a line.' },
    { name: 'edited_at', type: 'timestamp', about: 'When AWS had taken something out of it.' },
  ],
};

export function caseRowsOf(record: CaseRecord): Row[] {
  const { redaction, waitedMs } = record;
  const takenOut = Object.values(redaction.found).reduce((sum, count) => sum + count, 0);
  return [
    [
      ...accountCells(record),
      record.subject,
      record.status,
      record.turn,
      record.service,
      record.category,
      record.severity,
      record.language ?? null,
      record.createdAt,
      record.firstAnswerAt ?? null,
      firstAnswerMinutes(record) ?? null,
      record.resolvedAt ?? null,
      record.waitingSince ?? null,
      Math.round(waitedMs / 60_000),
      record.messageCount,
      record.withheld ?? null,
      takenOut,
      record.readAt,
    ],
  ];
}

export function messageRowsOf(record: CaseRecord): Row[] {
  return record.messages.map(({ at, from, author, body, files, editedAt }, index) => [
    ...accountCells(record),
    index + 1,
    at,
    from,
    author,
    body,
    files.join('\n'),
    editedAt ?? null,
  ]);
}

function accountCells({ account, accountName, ou, owner, displayId }: CaseRecord) {
  return [account, accountName ?? null, ou ?? null, owner ?? null, displayId];
}
