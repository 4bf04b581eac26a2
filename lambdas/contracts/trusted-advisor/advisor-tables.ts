import type { Column, ColumnType, TableSchema } from '#lambdas/contracts/report.ts';

const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about });

const ACCOUNT = [
  column('snapshot_date', 'date', 'Day of the reading, in UTC.'),
  column('account_id', 'code', 'Twelve digits.'),
  column('account_name', 'text', 'As the directory or the settings say; empty where neither does.'),
  column('ou', 'text', 'Path of the organizational unit; empty where it is not known.'),
  column('owner', 'text', 'Owner of the account.'),
];

/** What Trusted Advisor flags, in all accounts: a row for each item. */
export const ADVISOR_ITEMS: TableSchema = {
  name: 'trusted-advisor-items',
  title: 'Items that Trusted Advisor flags',
  about: 'Every red, yellow or blue item of every watched check, as the last reading of each account saw it.',
  columns: [
    ...ACCOUNT,
    column('read_at', 'timestamp', 'When the account was read; older than the day where it could not be.'),
    column('check_id', 'code', 'As the Support API names the check.'),
    column('check_name', 'text', 'As Trusted Advisor calls it at the moment.'),
    column('category', 'code', 'security, cost_optimizing, fault_tolerance, service_limits …'),
    column('status', 'code', 'error (red), warning (yellow) or info, as Trusted Advisor says.'),
    column('severity', 'code', 'As Reeve tells it: of a service limit by how much of it is used.'),
    column('region', 'code', 'Region code, or global; empty where the check names none.'),
    column('resource', 'text', 'What people know it by: an id, a name, an ARN.'),
    column('limit_used', 'text', 'Of a service limit: how much is used.'),
    column('limit_amount', 'text', 'Of a service limit: how much there is.'),
    column('limit_percent', 'integer', 'Of a service limit: used of the amount, rounded down.'),
    column('monthly_savings', 'decimal', 'US dollars a month that Trusted Advisor reckons could be saved.'),
    column('first_seen', 'date', 'Day on which a reading saw it first.'),
    column('muted_by', 'text', 'The mute of the settings that keeps it from people.'),
    column('details', 'text', 'All columns of the check, as JSON.'),
  ],
};

/** How each account was read: a row for each account and day. */
export const ADVISOR_ACCOUNTS: TableSchema = {
  name: 'trusted-advisor-accounts',
  title: 'Accounts read for Trusted Advisor',
  about: 'Which accounts were read, which were not and why, and what was found in them, once a day.',
  columns: [
    ...ACCOUNT,
    column('state', 'code', 'ok, no-plan, no-role, refused, throttled or failed.'),
    column('since', 'timestamp', 'Since when it is so.'),
    column('read_at', 'timestamp', 'When it was read last; empty: never.'),
    column('checks_watched', 'integer', 'Checks that the settings choose.'),
    column('checks_read', 'integer', 'Of these, how many answered.'),
    column('checks_failed', 'integer', 'How many did not.'),
    column('checks_not_available', 'integer', 'How many have no result yet.'),
    column('refreshed', 'integer', 'How many were asked to be refreshed.'),
    column('red', 'integer', 'Items with status error.'),
    column('yellow', 'integer', 'Items with status warning.'),
    column('info', 'integer', 'Items with status info.'),
    column('excluded', 'integer', 'Items that people excluded in the console.'),
    column('monthly_savings', 'decimal', 'Sum over its items, US dollars.'),
  ],
};
