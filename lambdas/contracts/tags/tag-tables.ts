import type { Column, ColumnType, TableSchema } from '#lambdas/contracts/report.ts';

const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about });

/** Stands for all keys of the policy together; no tag can be named so. */
export const ALL_KEYS = '*';

const PLACE = [
  column('snapshot_date', 'date', 'Day of the sweep, in UTC.'),
  column('account_id', 'code', 'Twelve digits.'),
  column('account_name', 'text', 'As the directory or the settings say; empty where neither does.'),
  column('ou', 'text', 'Path of the organizational unit; empty where it is not known.'),
  column('region', 'code', 'Region code.'),
  column('resource_type', 'code', 'As AWS Config names it.'),
];

/** How much of everything bears its required tags: counts for each day, account, Region, type and key. */
export const TAG_COVERAGE: TableSchema = {
  name: 'tag-coverage',
  title: 'Coverage of required tags',
  about:
    'How many resources bear each required tag, once a day, in every account and Region that AWS Config sees.',
  columns: [
    ...PLACE,
    column(
      'tag_key',
      'text',
      `The required key; ${ALL_KEYS} counts a resource once, for all its keys together.`,
    ),
    column('resources', 'integer', 'Resources that need the tag: the sum of the next four.'),
    column('compliant', 'integer', 'They have it, with a value that is allowed.'),
    column('missing', 'integer', 'They have no such key.'),
    column('blank', 'integer', 'Its value is nothing but space.'),
    column('wrong_value', 'integer', 'Its value is not allowed.'),
    column('near_misses', 'integer', 'Of those that lack it, how many have a key that may be meant for it.'),
    column('exempt', 'integer', 'Resources that an exemption of the settings holds for; in no other column.'),
  ],
};

/** What violates the policy now: a row for each resource and key. */
export const TAG_VIOLATIONS: TableSchema = {
  name: 'required-tags',
  title: 'Resources that lack required tags',
  about:
    'Every resource and required key that violate the policy of tags, as the last sweep of the month saw them.',
  columns: [
    ...PLACE,
    column('resource_id', 'text', 'As AWS Config names it.'),
    column('resource_name', 'text', 'Where it has one.'),
    column('arn', 'text', 'Where AWS Config knows it.'),
    column('stack', 'text', 'Name of the CloudFormation stack that made it.'),
    column('owner', 'text', 'By its own tag, or else by its account.'),
    column('tag_key', 'text', 'The required key.'),
    column('problem', 'code', 'missing, blank or value.'),
    column('found', 'text', 'The value that is not allowed.'),
    column('near_miss', 'text', 'A key that it has and that may be meant.'),
    column('created_at', 'timestamp', 'When it was made, where AWS Config knows.'),
  ],
};
