import type { Column, ColumnType } from '#lambdas/contracts/report.ts';

/** A column, in one line. */
export const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about });
export const decimal = (name: string, about: string) => column(name, 'decimal', about);
export const percent = (name: string, of: string) => decimal(name, `In percent of ${of}.`);

export const PERIOD = [
  column('period_start', 'date', 'First day, in UTC.'),
  column('period_end', 'date', 'The day after the last, in UTC.'),
];
export const FETCHED = column(
  'fetched_at',
  'timestamp',
  'When AWS was asked; figures of an open month move on.',
);
export const CURRENCY = column('currency', 'code', 'Of all amounts of the row.');
export const RECORD_TYPE = column(
  'record_type',
  'text',
  "AWS's kind of charge: Usage, Tax, Credit, Refund and others.",
);
export const ACCOUNT = [
  column('account', 'code', 'Twelve digits.'),
  column('account_name', 'text', 'As AWS gave it; empty where it gave none.'),
];
