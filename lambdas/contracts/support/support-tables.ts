import type { Column, ColumnType, TableSchema } from '#lambdas/contracts/report.ts';

const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about });

const ACCOUNT = [
  column('snapshot_date', 'date', 'Day of the report, in UTC.'),
  column('account_id', 'code', 'Twelve digits.'),
  column('account_name', 'text', 'As the directory or the settings say; empty where neither does.'),
  column('ou', 'text', 'Path of the organizational unit; empty where it is not known.'),
  column('owner', 'text', 'Owner of the account.'),
];

/** Cases of AWS Support in all accounts: a row for each, without a word of what it is about. */
export const SUPPORT_CASES: TableSchema = {
  name: 'support-cases',
  title: 'Cases of AWS Support',
  about: 'Every case that is kept, as the last reading of its account saw it. No subject, no message.',
  columns: [
    ...ACCOUNT,
    column('case_id', 'code', 'The number that people know the case by.'),
    column('service', 'code', 'As the Support API names the service; empty where the case is withheld.'),
    column('category', 'code', 'As the Support API names the category; likewise.'),
    column('severity', 'code', 'low, normal, high, urgent, critical …'),
    column('status', 'code', "AWS's own word."),
    column('language', 'code', 'In which the case is handled; likewise.'),
    column('opened_at', 'timestamp', 'When the case was opened.'),
    column('first_answer_at', 'timestamp', 'When AWS wrote first; empty: not yet.'),
    column('first_answer_minutes', 'integer', 'From the opening to the first answer, whole minutes.'),
    column('first_answer_target_minutes', 'integer', 'Target of the settings for the severity.'),
    column(
      'first_answer',
      'code',
      'on-time, late, due, overdue; none: over without one, opened by AWS, or without a target.',
    ),
    column(
      'waiting_since',
      'timestamp',
      'Since when it waits for an answer or a permit of ours; empty: it does not.',
    ),
    column(
      'waited_minutes',
      'integer',
      'How long it has waited for us in all, this wait included; empty where its former waits are not known.',
    ),
    column('resolved_at', 'timestamp', 'When it was resolved, as an event or the reading after it says.'),
    column('messages', 'integer', 'Messages of both sides.'),
    column('attachments', 'integer', 'Files of all messages.'),
    column('changes_by_event', 'integer', 'Changes that an event announced.'),
    column('changes_by_sweep', 'integer', 'Changes that no event announced, or not in time.'),
    column(
      'withheld',
      'boolean',
      'Whether its texts are kept from the redacted store, and its codes from here.',
    ),
  ],
};

/** How the cases of each account stand: a row for each account and day. */
export const SUPPORT_ACCOUNTS: TableSchema = {
  name: 'support-accounts',
  title: 'Support cases by account',
  about: 'Which accounts were read, which were not and why, and the measures of their cases, once a day.',
  columns: [
    ...ACCOUNT,
    column('state', 'code', 'ok, no-plan, no-role, refused, throttled, failed or not-tried.'),
    column('since', 'timestamp', 'Since when it is so.'),
    column('read_at', 'timestamp', 'When its open cases were read last; empty: never.'),
    column('cases', 'integer', 'Cases that are kept; empty where the account was never read.'),
    column('open', 'integer', 'Of these, how many are open.'),
    column('waiting', 'integer', 'Of these, how many wait for us.'),
    column('opened_30_days', 'integer', 'Opened in the last 30 days.'),
    column('resolved_30_days', 'integer', 'Resolved in the last 30 days.'),
    column('answered', 'integer', 'Cases with a first answer of AWS.'),
    column('answered_on_time', 'integer', 'First answers within the target.'),
    column('answered_late', 'integer', 'First answers after the target, and those that are overdue.'),
    column('first_answer_median_minutes', 'integer', 'Half of the first answers came within this time.'),
    column('first_answer_p90_minutes', 'integer', 'Nine of ten first answers came within this time.'),
    column('waited_minutes', 'integer', 'How long cases waited for us, where that is known.'),
    column('changes_by_event', 'integer', 'Changes that an event announced.'),
    column('changes_by_sweep', 'integer', 'Changes that no event announced, or not in time.'),
  ],
};
