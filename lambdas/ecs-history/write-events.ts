import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import { batchKey } from '#lambdas/contracts/report-keys.ts';
import { shortHash } from '#lambdas/ecs-history/event-hash.ts';
import type { EcsRow } from '#lambdas/ecs-history/to-row.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toNdjson } from '#lambdas/runtime/tables/ndjson.ts';

export type HistoryPorts = { store: Pick<ReportStore, 'write'> };

const KIND = { contentType: 'application/gzip' };

/**
 * Writes the events of a batch, a file for each month that they are of. The name of a file is the hash of what is in
 * it: the same batch handed out again, in any order, replaces its own files.
 */
export async function writeEvents(rows: EcsRow[], { store }: HistoryPorts): Promise<void> {
  const once = new Map(rows.map((row) => [row.event_hash, row]));
  const byMonth = Map.groupBy(once.values(), ({ event_time }) => event_time.slice(0, 'YYYY-MM'.length));
  for (const [month, some] of byMonth) {
    const sorted = some.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const name = shortHash(sorted.map(({ event_hash }) => event_hash).join());
    const key = batchKey(ECS_EVENTS.name, month, name);
    await store.write(key, gzipped(toNdjson(ECS_EVENTS, [sorted.map(cellsOf)])), KIND);
  }
}

function orderOf({ event_time, event_hash }: EcsRow): string {
  return event_time + event_hash;
}

function cellsOf(row: EcsRow): Row {
  return ECS_EVENTS.columns.map(({ name }) => row[name]);
}
