import type { Ask } from '#lambdas/cost-reports/cost-explorer/ask.ts';
import { costExplorerSource } from '#lambdas/cost-reports/cost-explorer/cost-explorer-source.ts';
import { requestCounter } from '#lambdas/cost-reports/cost-explorer/request-counter.ts';
import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostSource } from '#lambdas/cost-reports/cost-source.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

const RUN = '2026-11-22T090000Z-monthly';

type Given = {
  ask: Ask;
  store: ReportStore;
  caps?: { run: number; month: number };
  hasTime?: () => boolean;
  run?: string;
};

/** A source of one run over a store, at nine in the morning of 22 November 2026. */
export function aSource({ ask, store, caps, hasTime = () => true, run = RUN }: Given) {
  const now = () => new Date('2026-11-22T09:00:00Z');
  const counter = requestCounter(store, caps ?? { run: 1000, month: 1000 }, run, now);
  return { source: costExplorerSource({ ask, store, counter, run, now, hasTime }), counter };
}

export async function linesOf(source: CostSource, query: UsageQuery, month?: string): Promise<CostLine[]> {
  const lines: CostLine[] = [];
  for await (const batch of source.lines(query, month)) lines.push(...batch);
  return lines;
}
