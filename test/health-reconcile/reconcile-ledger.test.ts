import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PART_ROW_PREFIX } from '#lambdas/contracts/ledger.ts';
import type { reconcileLedger } from '#lambdas/health-reconcile/reconcile-ledger.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { type ServedTable, serveTable } from '#test/runtime/serve-table.ts';
import { aPartProgress } from './a-part-progress.ts';
import { NOW } from './a-reconcile.ts';
import { UPDATED } from './an-api-event.ts';

const TABLE = 'ledger';
let server: ServedTable;
let ledger: ReturnType<typeof reconcileLedger>;

beforeAll(async () => {
  server = await serveTable(TABLE, 'alert');
  const module = await import('#lambdas/health-reconcile/reconcile-ledger.ts');
  ledger = module.reconcileLedger(TABLE);
});
afterAll(() => server.close());

test('a sweep finds what the one before it left, and loses to one that was faster', async () => {
  expect(await ledger.readState()).toBeUndefined();
  await ledger.writeState({ reconciledUntil: NOW.toISOString(), revision: 1 }, NOW);
  await ledger.writeState({ off: { since: NOW.toISOString(), reason: 'x' }, revision: 2 }, NOW);

  expect(await ledger.readState()).toEqual({ off: { since: NOW.toISOString(), reason: 'x' }, revision: 2 });
  const late = ledger.writeState({ reconciledUntil: NOW.toISOString(), revision: 2 }, NOW);
  await expect(late).rejects.toBeInstanceOf(RetryLaterError);
});

test('the parts of an alert are found by id, without the names of their resources', async () => {
  const progress = aPartProgress('111122223333', UPDATED);
  const [page] = Object.values(progress.pages);
  const row = {
    ...progress,
    severity: 'error',
    pages: { 1: { ...page, resources: 1, first: [{ id: 'i-1' }] } },
  };
  const put = (name: string, body: unknown) =>
    server.client.send(
      new PutItemCommand({
        TableName: TABLE,
        Item: { alert: { S: 'health/one' }, row: { S: name }, body: { S: JSON.stringify(body) } },
      }),
    );
  await put('head', { key: 'health/one' });
  await put(`${PART_ROW_PREFIX}111122223333`, row);

  expect(await ledger.knownParts('health/one')).toEqual(new Map([['111122223333', progress]]));
  expect(await ledger.knownParts('health/two')).toEqual(new Map());
});
