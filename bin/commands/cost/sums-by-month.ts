import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { formatMoney } from '#lambdas/runtime/money.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

const SHOWN = ['gross', 'credits', 'refunds', 'net'] as const;

/** A month of all costs; `isOpen`: AWS may still change it. */
export type MonthSum = { month: string; currency: string; isOpen: boolean; sums: bigint[] };

/** What the months of a table of totals come to. */
export async function sumsByMonth(
  store: Pick<ReportStore, 'read'>,
  schema: TableSchema,
  months: string[],
  basis: Basis,
): Promise<MonthSum[]> {
  const at = (name: string) => schema.columns.findIndex((column) => column.name === name);
  const found = new Map<string, MonthSum>();
  for (const month of months) {
    for await (const batch of readTable(store, schema, month)) {
      for (const row of batch.filter((cells) => cells[at('basis')] === basis)) {
        const currency = String(row[at('currency')]);
        const sum = found.get(month + currency) ?? {
          month,
          currency,
          isOpen: false,
          sums: SHOWN.map(() => 0n),
        };
        found.set(month + currency, sum);
        sum.isOpen ||= row[at('estimated')] === true;
        const measure = SHOWN.findIndex((name) => name === row[at('measure')]);
        if (measure >= 0) sum.sums[measure] = (sum.sums[measure] ?? 0n) + (row[at('amount')] as bigint);
      }
    }
  }
  return [...found.values()];
}

export function describeMonthSums(sums: MonthSum[]): string[] {
  const rows = sums.map(({ month, currency, isOpen, sums: amounts }) => [
    isOpen ? `${month} so far` : month,
    ...amounts.map((amount) => formatMoney(amount, currency)),
  ]);
  const headings = ['MONTH', ...SHOWN.map((name) => name.toUpperCase())];
  return textTable([headings, ...rows], [1, 2, 3, 4]);
}

export function monthSumsData(sums: MonthSum[]) {
  return sums.map(({ month, currency, isOpen, sums: amounts }) => ({
    month,
    currency,
    estimated: isOpen,
    ...Object.fromEntries(SHOWN.map((name, index) => [name, formatDecimal(amounts[index] ?? 0n)])),
  }));
}
