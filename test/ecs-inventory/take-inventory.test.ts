import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ClusterApi } from '#lambdas/ecs-inventory/cluster-api.ts';
import { type InventoryPorts, takeInventory } from '#lambdas/ecs-inventory/take-inventory.ts';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { aServiceState, NOW } from '#test/ecs-inventory/a-service.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const TABLE = 'tables/report=ecs-services/month=2026-11/2026-11-22.ndjson.gz';
const EXPORT = 'exports/ecs-services/2026-11-22';
const PAYMENTS = { id: '111122223333', name: 'payments' };
const SHOP = { id: '444455556666', name: '' };
const LAB = { id: '777788889999', name: 'lab' };

/** One cluster with the services of these names. */
function anApi(names: string[], broken?: Error): ClusterApi {
  return {
    async *listClusters() {
      yield ['orders'];
    },
    async *listServices() {
      yield names;
      if (broken) throw broken;
    },
    describeServices: async (cluster, services) =>
      services.map((service) => aServiceState({ cluster, service })),
  };
}

function anInventory(over: Partial<InventoryPorts> = {}) {
  const store = memoryStore();
  const reports: { places: string[]; error: unknown }[] = [];
  const ports: InventoryPorts = {
    listAccounts: async () => [PAYMENTS, SHOP],
    openAccount: async (account) => (region) => anApi([`${region}-of-${account.slice(0, 4)}`]),
    regions: ['eu-central-1', 'eu-west-1'],
    hasTime: () => true,
    store,
    report: (places, error) => void reports.push({ places, error }),
    now: () => NOW,
    ...over,
  };
  const textOf = (key: string) => Buffer.from(store.files.get(key) ?? []).toString();
  return {
    store,
    reports,
    take: () => takeInventory(ports),
    lines: () =>
      gunzipSync(store.files.get(TABLE) ?? Buffer.alloc(0))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    csv: () => textOf(`${EXPORT}.csv`),
    json: () =>
      JSON.parse(textOf(`${EXPORT}.json`)) as {
        provenance: { notes: string[]; partial: boolean };
        rows: unknown[];
      },
  };
}

describe('a day that can be read as a whole', () => {
  test('is a row for each service, in the order of accounts and Regions, in every format', async () => {
    const inventory = anInventory();
    expect(await inventory.take()).toEqual({ accounts: 2, services: 4, unread: 0 });

    expect(inventory.lines().map(({ service }) => service)).toEqual([
      'eu-central-1-of-1111',
      'eu-west-1-of-1111',
      'eu-central-1-of-4444',
      'eu-west-1-of-4444',
    ]);
    expect(inventory.lines()[0]).toEqual({
      snapshot_date: '2026-11-22',
      account_id: '111122223333',
      account_name: 'payments',
      region: 'eu-central-1',
      cluster: 'orders',
      service: 'eu-central-1-of-1111',
      status: 'ACTIVE',
      desired: 2,
      running: 2,
      pending: 0,
      launch_type: 'FARGATE',
      task_definition: 'cart:3',
      deployment_id: 'ecs-svc/1',
      rollout_state: 'COMPLETED',
      deployed_at: '2026-11-22T05:00:00.000Z',
      steady_at: '2026-11-22T05:05:00.000Z',
    });
    expect(inventory.csv().trim().split('\r\n')).toHaveLength(5);
    expect(inventory.json()).toMatchObject({ provenance: { notes: [], partial: false } });
    expect(inventory.json().rows).toEqual(inventory.lines());
  });

  test('is replaced by a run later that day, and stays beside that of the next', async () => {
    let now = NOW;
    const inventory = anInventory({ now: () => now });
    await inventory.take();
    await inventory.take();
    expect(inventory.store.files.size).toBe(4);

    now = new Date(NOW.getTime() + 86_400_000);
    await inventory.take();
    expect([...inventory.store.files.keys()].filter((key) => key.startsWith('tables/'))).toEqual([
      TABLE,
      TABLE.replace('11-22.nd', '11-23.nd'),
    ]);
  });

  test('without any service is a table without rows', async () => {
    const inventory = anInventory({ openAccount: async () => () => anApi([]) });
    await inventory.take();

    expect(inventory.lines()).toEqual([]);
    expect(inventory.csv()).toMatch(/^snapshot_date,.*\r\n$/);
  });
});

describe('what cannot be read', () => {
  test('is named in the table and in one error, with all that could be read written', async () => {
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    const inventory = anInventory({
      openAccount: async (account) => (region) =>
        account === SHOP.id && region === 'eu-west-1' ? anApi(['half'], denied) : anApi(['whole']),
    });
    const error = await inventory.take().catch((caught: unknown) => caught as AggregateError);

    expect(error).toBeInstanceOf(AggregateError);
    expect((error as AggregateError).errors).toMatchObject([
      { fields: { place: '444455556666/eu-west-1' }, cause: denied },
    ]);
    expect(inventory.reports).toEqual([{ places: ['444455556666/eu-west-1'], error: denied }]);
    expect(inventory.lines().map(({ service }) => service)).toEqual(['whole', 'whole', 'whole']);
    expect(inventory.json().provenance).toMatchObject({
      partial: true,
      notes: [
        'Not in this table, since reading them failed with AccessDeniedException: 444455556666 in eu-west-1.',
      ],
    });
  });

  test('for want of the reader role is named in the table alone', async () => {
    const inventory = anInventory({
      listAccounts: async () => [PAYMENTS, SHOP, LAB],
      openAccount: async (account) => {
        if (account !== PAYMENTS.id) throw new NoReaderRoleError('No role');
        return () => anApi(['whole']);
      },
    });
    expect(await inventory.take()).toEqual({ accounts: 3, services: 2, unread: 2 });

    expect(inventory.reports).toEqual([]);
    expect(inventory.json().provenance.notes).toEqual([
      'Not in this table, since they have no role that the hub may read them with: 444455556666, lab (777788889999).',
    ]);
  });

  test('for want of time is named too: the function ends by itself, with its files', async () => {
    let asked = 0;
    const inventory = anInventory({ hasTime: () => (asked += 1) <= 4 });
    await expect(inventory.take()).rejects.toThrow('Services of some accounts could not be read');

    expect(inventory.lines().length).toBeGreaterThan(0);
    expect(inventory.json().provenance.notes).toEqual([expect.stringContaining('RetryLaterError') as string]);
  });

  test('because the bucket refuses a file leaves the former day as it was', async () => {
    const store = memoryStore();
    const refusing = { ...store, write: async () => Promise.reject(new Error('no bucket')) };

    await expect(anInventory({ store: refusing }).take()).rejects.toThrow('no bucket');
    expect(store.files.size).toBe(0);
  });
});

test('rows go out while accounts are still asked: no more accounts are in memory than are asked at once', async () => {
  let [opened, written] = [0, 0];
  const store = memoryStore();
  const listAccounts = async () =>
    Array.from({ length: 300 }, (_, index) => ({ id: String(100_000_000_000 + index), name: '' }));
  const names = Array.from({ length: 50 }, (_, index) => `service-${index}`);
  let ahead = 0;
  const inventory = anInventory({
    listAccounts,
    regions: ['eu-central-1', 'eu-west-1', 'eu-north-1', 'us-east-1'],
    openAccount: async () => {
      opened += 1;
      ahead = Math.max(ahead, opened - written);
      return () => anApi(names);
    },
    store: {
      ...store,
      write: async (key, chunks, kind) => {
        if (!key.startsWith('tables/')) return store.write(key, chunks, kind);
        async function* counted() {
          for await (const chunk of chunks) {
            // Compressed chunks come late; each tells that many accounts were taken.
            written = opened;
            yield chunk;
          }
        }
        return store.write(key, counted(), kind);
      },
    },
  });

  expect(await inventory.take()).toEqual({ accounts: 300, services: 60_000, unread: 0 });
  expect(opened).toBe(300);
  expect(ahead).toBeLessThan(300);
});
