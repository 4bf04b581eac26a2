import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { DUE_INDEX, OWED_INDEX } from '#lambdas/contracts/ledger.ts';
import { LedgerTable } from '#lib/platform/ledger-table.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const TABLE = 'AWS::DynamoDB::Table';
const template = synthesizeStack((stack) => {
  new LedgerTable(stack, 'Ledger');
});

test('a row is found by its alert and its own name', () => {
  expectResource(template, TABLE, {
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'alert', KeyType: 'HASH' },
      { AttributeName: 'row', KeyType: 'RANGE' },
    ],
  });
});

test.each([
  { index: DUE_INDEX, time: 'dueAt', holds: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['scope'] } },
  { index: OWED_INDEX, time: 'owedAt', holds: { ProjectionType: 'KEYS_ONLY' } },
])(
  'the clock reads the index $index in the order of $time, which holds no bodies',
  ({ index, time, holds }) => {
    expectResource(template, TABLE, {
      GlobalSecondaryIndexes: Match.arrayWith([
        {
          IndexName: index,
          KeySchema: [
            { AttributeName: index, KeyType: 'HASH' },
            { AttributeName: time, KeyType: 'RANGE' },
          ],
          Projection: holds,
        },
      ]),
    });
  },
);

test('the ledger outlives the stack', () => {
  const [table] = Object.values(template.findResources(TABLE));

  expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('the ledger forgets by expiresAt and can be restored', () => {
  expectResource(template, TABLE, {
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  });
});
