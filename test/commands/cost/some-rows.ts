import { type GroupedReport, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import type { Cell, Row, TableSchema } from '#lambdas/contracts/report.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

const DEFAULTS: Record<string, Cell> = {
  period_start: '2026-10-01',
  period_end: '2026-11-01',
  granularity: 'MONTHLY',
  basis: 'unblended',
  currency: 'USD',
  estimated: false,
  fetched_at: '2026-11-22T09:00:00Z',
  record_type: 'Usage',
};

/** A row of a report of costs; `amount` as text. */
export function aRow(report: GroupedReport, given: Record<string, Cell | undefined>): Row {
  const cells: Record<string, Cell | undefined> = {
    ...DEFAULTS,
    ...given,
    amount: parseDecimal(String(given['amount'] ?? '0')),
  };
  return schemaOf(report).columns.map(({ name }) => cells[name] ?? '');
}

export function schemaOf(report: GroupedReport): TableSchema {
  return groupedTable(report, 'MONTHLY');
}
