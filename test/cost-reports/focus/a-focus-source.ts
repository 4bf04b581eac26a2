import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { ExportPlace } from '#lambdas/cost-reports/focus/export-files.ts';
import { focusSource } from '#lambdas/cost-reports/focus/focus-source.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { type AnExport, PLACE } from '#test/cost-reports/focus/an-export.ts';
import { type MemoryStore, memoryStore } from '#test/runtime/memory-store.ts';

type Given = { store?: MemoryStore; today?: string; place?: ExportPlace; hasTime?: () => boolean };

/** A source over an export in memory, at nine in the morning of 22 November 2026. */
export function aFocusSource(
  { files }: Pick<AnExport, 'files'>,
  { store = memoryStore(), today = '2026-11-22', place = PLACE, hasTime = () => true }: Given = {},
) {
  const now = () => new Date(`${today}T09:00:00Z`);
  return focusSource({ files, store, place, now, hasTime });
}

/** Fetches a query and gives its lines as `start|key|key` with billed and effective cost. */
export async function costsOf(source: ReturnType<typeof aFocusSource>, query: UsageQuery) {
  const fetched = await source.fetch(query);
  if (fetched.state === 'refused') throw new Error(fetched.message);
  const lines = await linesOf(source, query);
  return Object.fromEntries(
    lines.map(({ start, keys, amounts }) => [
      [start, ...keys].join('|'),
      `${formatDecimal(amounts.net_unblended)} ${formatDecimal(amounts.net_amortized)}`,
    ]),
  );
}
