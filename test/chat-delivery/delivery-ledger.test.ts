import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryLedger } from '#lambdas/chat-delivery/delivery-ledger.ts';
import type { PartResources } from '#lambdas/contracts/ledger.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { Item } from '#lambdas/runtime/ledger-rows.ts';
import { type ServedTable, serveTable } from '#test/runtime/serve-table.ts';
import { aHead, aReceipt, NOW } from './a-head.ts';

const TABLE = 'ledger';
const KEY = 'health/kd8';
let server: ServedTable;
const ledger = deliveryLedger(TABLE, () => NOW);

beforeAll(async () => {
  server = await serveTable(TABLE, 'alert');
});

afterAll(() => server.close());

async function put(row: string, body: unknown, channels?: string[]): Promise<void> {
  const item: Item = { alert: { S: KEY }, row: { S: row }, body: { S: JSON.stringify(body) } };
  if (channels) item['channels'] = { SS: channels };
  await server.client.send(new PutItemCommand({ TableName: TABLE, Item: item }));
}

describe('deliveryLedger', () => {
  it('reads the head of an alert, and none of one that does not exist', async () => {
    await put('head', aHead());
    expect(await ledger.readHead(KEY)).toEqual(aHead());
    expect(await ledger.readHead('health/none')).toBeUndefined();
  });

  it('writes a receipt only over the one that was read', async () => {
    expect(await ledger.readReceipt(KEY, 'ops')).toBeUndefined();
    const first = await ledger.writeReceipt(KEY, aReceipt({ writes: 0 }), undefined);
    expect(first.writes).toBe(1);
    expect(await ledger.readReceipt(KEY, 'ops')).toEqual(first);
    await expect(ledger.writeReceipt(KEY, aReceipt(), undefined)).rejects.toThrow(RetryLaterError);

    const second = await ledger.writeReceipt(KEY, { ...first, revision: 2 }, first);
    expect(second).toMatchObject({ revision: 2, writes: 2 });
    await expect(ledger.writeReceipt(KEY, { ...first, revision: 3 }, first)).rejects.toThrow(RetryLaterError);
  });

  it('lets the alert clock find a receipt as long as an edit is owed', async () => {
    const rowOf = async () => {
      const key = { alert: { S: KEY }, row: { S: 'receipt#audit' } };
      return (await server.client.send(new GetItemCommand({ TableName: TABLE, Key: key }))).Item;
    };
    const owedAt = '2026-11-20T04:00:00.000Z';
    const owed = await ledger.writeReceipt(KEY, aReceipt({ channel: 'audit', owedAt }), undefined);
    expect(await rowOf()).toMatchObject({ owed: { S: 'owed' }, owedAt: { N: String(Date.parse(owedAt)) } });
    await ledger.writeReceipt(KEY, aReceipt({ channel: 'audit' }), owed);
    expect(await rowOf()).not.toHaveProperty('owed');
  });

  it('lists the resources of the parts that a channel may see, in the order of parts and pages', async () => {
    const part = (id: string, ...pages: string[][]): PartResources => ({
      id,
      account: id,
      pages: Object.fromEntries(
        pages.map((ids, index) => [String(index + 1), { first: ids.map((name) => ({ id: name })) }]),
      ),
    });
    await put('part#b', part('b', ['i-4']), ['ops']);
    await put('part#a', part('a', ['i-1', 'i-2'], ['i-3']), ['ops', 'audit']);
    await put('part#c', part('c', ['i-5']), ['audit']);
    const listed = await ledger.listResources(KEY, 'ops');
    expect(listed.map(({ id, account }) => `${id} ${account}`)).toEqual(['i-1 a', 'i-2 a', 'i-3 a', 'i-4 b']);
  });

  it('lists no more than a thread can hold', async () => {
    const first = Array.from({ length: 500 }, (_, index) => ({ id: `i-${index}` }));
    await put('part#a', { id: 'a', pages: { '1': { first } } }, ['all']);
    expect(await ledger.listResources(KEY, 'all')).toHaveLength(160);
  });
});
