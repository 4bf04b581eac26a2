import type { Cell } from '#lambdas/contracts/report.ts';
import { changeCells, moneyCell } from '#lambdas/cost-reports/page/money-cell.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { absolute } from '#lambdas/runtime/decimal.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** Why costs changed against the month before, as AWS's cost comparison says. */
export function driversSection({ drivers, currency }: PageData): Section | undefined {
  const rows = (drivers ?? [])
    .filter((driver) => driver['driver'])
    .sort((a, b) => (sizeOf(a['change']) < sizeOf(b['change']) ? 1 : -1))
    .map((driver) => {
      const amount = (name: string) => (driver[name] as bigint | null) ?? undefined;
      const place = driver['selector']
        ? markup` <bdi class="id">${String(driver['selector'])}</bdi>`
        : undefined;
      return markup`<tr><th scope="row">${String(driver['service'])}${place}</th><td>${String(driver['driver'])}</td>${moneyCell(amount('comparison'), currency)}${moneyCell(amount('baseline'), currency)}${changeCells(amount('comparison'), amount('baseline'), currency)}</tr>`;
    });
  if (rows.length === 0) return undefined;
  const body = foldedTable({
    caption: 'Drivers of change, by AWS',
    of: 'drivers',
    heads: ['Service', 'Driver', 'This month', 'Month before', 'Change', 'Change in %'],
    words: 2,
    rows,
    first: 10,
  });
  return { id: 'drivers', title: 'Why costs changed', body };
}

function sizeOf(cell: Cell | undefined): bigint {
  return typeof cell === 'bigint' ? absolute(cell) : 0n;
}
