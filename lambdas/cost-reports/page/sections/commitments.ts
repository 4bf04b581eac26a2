import type { Cell } from '#lambdas/contracts/report.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { drawCommitmentUse } from '#lambdas/cost-reports/page/sections/commitment-use.ts';
import { drawRecommendations } from '#lambdas/cost-reports/page/sections/recommendations.ts';
import { roundDecimal } from '#lambdas/runtime/decimal.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatCount, formatMoney } from '#lambdas/runtime/money.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

type Figures = Record<string, Cell>;

/** How far Savings Plans and reservations cover usage and are used, and whose commitment serves whom. */
export function commitmentsSection(data: PageData): Section | undefined {
  const parts = [drawShares(data), drawCommitmentUse(data), drawRecommendations(data)];
  if (!parts.some(Boolean)) return undefined;
  return { id: 'commitments', title: 'Savings Plans and reservations', body: markup`${parts}` };
}

function drawShares({ commitments, currency }: PageData): Markup | undefined {
  const { spCoverage, spUtilization, riCoverage, riUtilization } = commitments;
  const money = (cell: Cell | undefined) => (typeof cell === 'bigint' ? formatMoney(cell, currency) : '–');
  const hours = (cell: Cell | undefined) => (typeof cell === 'bigint' ? formatCount(cell) : '–');
  const rows = [
    ...toRows(
      spCoverage,
      'Savings Plans: coverage',
      'coverage_percent',
      (row) => `${money(row['covered_spend'])} of ${money(row['total_cost'])} covered`,
    ),
    ...toRows(
      spUtilization,
      'Savings Plans: utilization',
      'utilization_percent',
      (row) =>
        `${money(row['unused_commitment'])} of ${money(row['commitment'])} unused; ${money(row['net_savings'])} saved`,
    ),
    ...toRows(
      riCoverage,
      'Reservations: coverage',
      'coverage_percent',
      (row) => `${hours(row['reserved_hours'])} of ${hours(row['running_hours'])} hours covered`,
    ),
    ...toRows(
      riUtilization,
      'Reservations: utilization',
      'utilization_percent',
      (row) =>
        `${hours(row['unused_hours'])} of ${hours(row['purchased_hours'])} hours unused; ${money(row['net_savings'])} saved`,
    ),
  ];
  if (rows.length === 0) return undefined;
  return plainTable({
    caption: 'Coverage and utilization',
    of: 'rows',
    heads: ['What', 'Percent', 'That is'],
    rows,
  });
}

function toRows(
  records: Figures[] | undefined,
  title: string,
  percent: string,
  words: (row: Figures) => string,
): Markup[] {
  return (records ?? []).map((row) => {
    const share = row[percent];
    const text = typeof share === 'bigint' ? `${roundDecimal(share, 1)}%` : '–';
    const service = row['service'] ? markup` <span class="id">${String(row['service'])}</span>` : undefined;
    return markup`<tr><th scope="row">${title}${service}</th><td class="n">${text}</td><td class="n">${words(row)}</td></tr>`;
  });
}
