/** Columns of a table of costs that do not tell its lines apart. */
export const NOT_KEYS = [
  'period_end',
  'granularity',
  'account_name',
  'currency',
  'amount',
  'estimated',
  'fetched_at',
];
