import { expect, test } from 'vitest';
import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import { writeEvents } from '#lambdas/ecs-history/write-events.ts';
import { gunzipped } from '#lambdas/runtime/tables/gzip.ts';
import { fromNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { aTaskStop, rowOf } from '#test/ecs-history/an-ecs-event.ts';
import { type MemoryStore, memoryStore } from '#test/runtime/memory-store.ts';

const stop = (version: number, time = '2026-11-20T10:00:00Z') => rowOf(aTaskStop({ version }, { time }));

/** The versions of the tasks in each file. */
async function versionsIn(store: MemoryStore): Promise<Record<string, unknown[]>> {
  const index = ECS_EVENTS.columns.findIndex(({ name }) => name === 'version');
  const found: Record<string, unknown[]> = {};
  for (const [key, bytes] of store.files) {
    found[key] = [];
    for await (const rows of fromNdjson(ECS_EVENTS, gunzipped([bytes]))) {
      found[key].push(...rows.map((row) => row[index]));
    }
  }
  return found;
}

test('a batch is one file of the month that its events are of, the older first', async () => {
  const store = memoryStore();
  await writeEvents([stop(2, '2026-11-20T11:00:00Z'), stop(1)], { store });

  const [[key, versions] = ['', []]] = Object.entries(await versionsIn(store));
  expect(key).toMatch(/^tables\/report=ecs-events\/month=2026-11\/[0-9a-f]{32}\.ndjson\.gz$/);
  expect(versions).toEqual([1, 2]);
  expect(store.kinds.get(key)).toEqual({ contentType: 'application/gzip' });
});

test('the same batch handed out again, in another order, replaces its own file', async () => {
  const store = memoryStore();
  await writeEvents([stop(1), stop(2), stop(3)], { store });
  const [first] = store.files.values();
  await writeEvents([stop(3), stop(1), stop(2)], { store });

  expect(store.written).toHaveLength(2);
  expect(store.files.size).toBe(1);
  expect(store.files.values().next().value).toEqual(first);
});

test('other batches have files of their own', async () => {
  const store = memoryStore();
  await writeEvents([stop(1)], { store });
  await writeEvents([stop(1), stop(2)], { store });

  expect(store.files.size).toBe(2);
});

test('a batch that spans two months is two files', async () => {
  const store = memoryStore();
  await writeEvents([stop(1, '2026-11-30T23:59:59Z'), stop(2, '2026-12-01T00:00:00Z')], { store });

  const months = [...store.files.keys()].map((key) => key.split('/')[2]);
  expect(months).toEqual(['month=2026-11', 'month=2026-12']);
});

test('copies within a batch are one row', async () => {
  const store = memoryStore();
  await writeEvents([stop(1), stop(1), stop(2)], { store });

  const [versions = []] = Object.values(await versionsIn(store));
  expect(new Set(versions)).toEqual(new Set([1, 2]));
  expect(versions).toHaveLength(2);
});

test('a thousand events fit into one file, each on a line of its own', async () => {
  const store = memoryStore();
  const rows = Array.from({ length: 1000 }, (_, index) => stop(index));
  await writeEvents(rows, { store });

  const [versions = []] = Object.values(await versionsIn(store));
  expect(versions.sort((a, b) => Number(a) - Number(b))).toEqual(rows.map((_, index) => index));
});

test('a write that fails is an error', async () => {
  const store = { write: () => Promise.reject(new Error('away')) };

  await expect(writeEvents([stop(1)], { store })).rejects.toThrow('away');
});
