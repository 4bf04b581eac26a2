import { ECS_SERVICES } from '#lambdas/contracts/ecs-service-table.ts';
import type { Provenance, RowBatches } from '#lambdas/contracts/report.ts';
import { dayTableKey } from '#lambdas/contracts/report-keys.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { publishRows } from '#lambdas/runtime/tables/publish-rows.ts';

/** Replaces a day of the table; its rows come while accounts are still asked. */
export async function publishInventory(
  store: ReportStore,
  date: string,
  rows: RowBatches,
  provenanceOf: () => Provenance,
): Promise<void> {
  const schema = ECS_SERVICES;
  await publishRows(store, { schema, key: dayTableKey(schema.name, date), period: date, rows, provenanceOf });
}
