import { describe, expect, test } from 'vitest';
import { casePolicies, POLICY_CHARACTERS, sizeOf } from '#bin/commands/support/access/case-policies.ts';
import { HUB, may } from '#test/commands/support/access/ask-simulator.ts';

const ARNS = {
  stack: `arn:aws:cloudformation:eu-central-1:${HUB}:stack/ReeveHub/*`,
  table: `arn:aws:dynamodb:eu-central-1:${HUB}:table/ReeveHub-SupportCasesRows`,
  bucket: 'arn:aws:s3:::reevehub-supportcasesredacted',
};
const [MINE, ALSO, OTHER] = ['111111111111', '222222222222', '333333333333'] as const;
const policies = casePolicies([MINE, ALSO], ARNS);
const row = (action: string, ...leadingKeys: string[]) => ({ action, resource: ARNS.table, leadingKeys });
const object = (action: string, key: string, bucket = ARNS.bucket) => ({
  action,
  resource: `${bucket}/${key}`,
});

describe('the policies of two accounts', () => {
  test.each([
    row('dynamodb:Query', MINE),
    row('dynamodb:GetItem', ALSO),
    object('s3:GetObject', `redacted/${MINE}/176401120034417/0a.json`),
    object('s3:PutObject', 'audit/2026-11-23/x.json'),
    { action: 'cloudformation:DescribeStacks', resource: `${ARNS.stack.slice(0, -1)}0a1b` },
  ])('allow $action on $resource', async (asked) => {
    expect(await may(policies, asked)).toBe(true);
  });

  test.each([
    row('dynamodb:Query', OTHER),
    row('dynamodb:GetItem', MINE, OTHER),
    { action: 'dynamodb:Query', resource: ARNS.table },
    { action: 'dynamodb:Scan', resource: ARNS.table },
    row('dynamodb:PutItem', MINE),
    row('dynamodb:DeleteItem', MINE),
    row('dynamodb:BatchGetItem', MINE),
    { action: 'dynamodb:PartiQLSelect', resource: ARNS.table, leadingKeys: [MINE] },
    { action: 'dynamodb:Query', resource: `${ARNS.table}2`, leadingKeys: [MINE] },
    object('s3:GetObject', `redacted/${OTHER}/1/0a.json`),
    object('s3:GetObject', `redacted/${MINE}1/1/0a.json`),
    object('s3:GetObject', 'audit/2026-11-23/x.json'),
    object('s3:PutObject', `redacted/${MINE}/1/0a.json`),
    object('s3:DeleteObject', 'audit/2026-11-23/x.json'),
    object('s3:GetObject', `raw/${MINE}/1/0a.json`, 'arn:aws:s3:::reevehub-supportcasesraw'),
    object('s3:GetObject', `redacted/${MINE}/1/0a.json`, 'arn:aws:s3:::reevehub-supportcasesraw'),
    { action: 's3:ListBucket', resource: ARNS.bucket },
    { action: 'cloudformation:DeleteStack', resource: ARNS.stack },
  ])('allow no $action on $resource of $leadingKeys', async (asked) => {
    expect(await may(policies, asked)).toBe(false);
  });
});

test('that of every account lets the whole table be read, and still nothing of the raw bucket', async () => {
  const all = casePolicies('all', ARNS);
  expect(await may(all, { action: 'dynamodb:Scan', resource: ARNS.table })).toBe(true);
  expect(await may(all, object('s3:GetObject', `redacted/${OTHER}/1/0a.json`))).toBe(true);
  expect(await may(all, object('s3:GetObject', 'audit/2026-11-23/x.json'))).toBe(false);
  expect(await may(all, object('s3:GetObject', 'raw/1', 'arn:aws:s3:::reevehub-supportcasesraw'))).toBe(
    false,
  );
});

test('many accounts are several policies that AWS takes, each account in one of them', () => {
  const accounts = Array.from({ length: 300 }, (_, index) => String(100_000_000_000 + index));
  const several = casePolicies(accounts, ARNS);
  expect(several.length).toBeGreaterThan(1);
  for (const policy of several) expect(sizeOf(policy)).toBeLessThanOrEqual(POLICY_CHARACTERS);
  const keys = several.flatMap(({ Statement }) =>
    Statement.flatMap((one) => one.Condition?.['ForAllValues:StringEquals']?.['dynamodb:LeadingKeys'] ?? []),
  );
  expect(keys).toEqual(accounts);
});
