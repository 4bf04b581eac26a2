import type { Cell } from '#lambdas/contracts/report.ts';
import { moneyCell } from '#lambdas/cost-reports/page/money-cell.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';

/** What AWS recommends to reserve, the largest saving first. */
export function drawRecommendations({
  commitments: { recommendations },
  currency,
}: PageData): Markup | undefined {
  if (!recommendations || recommendations.length === 0) return undefined;
  const amount = (cell: Cell | undefined) => (typeof cell === 'bigint' ? cell : 0n);
  const table = foldedTable({
    caption: 'Recommended reservations',
    of: 'recommendations',
    heads: ['What', 'Account', 'Count', 'Upfront', 'Each month', 'Saves each month'],
    words: 2,
    rows: recommendations
      .toSorted((a, b) => (amount(a['monthly_savings']) < amount(b['monthly_savings']) ? 1 : -1))
      .map((row) => {
        const terms = [row['service'], row['term'], row['payment_option']]
          .map((cell) => words(cell))
          .join(', ');
        return markup`<tr><th scope="row">${String(row['what'])} <span class="id">${terms}</span></th><td>${accountName(String(row['account'] ?? ''), String(row['account_name'] ?? ''))}</td><td class="n">${formatDecimal(amount(row['count']))}</td>${moneyCell(amount(row['upfront_cost']), currency)}${moneyCell(amount(row['monthly_cost']), currency)}${moneyCell(amount(row['monthly_savings']), currency)}</tr>`;
      }),
    first: 10,
  });
  return markup`<h3>Reservations that AWS recommends</h3>${table}`;
}

function words(cell: Cell | undefined): string {
  const text = String(cell ?? '');
  return /^[A-Z_]+$/.test(text) ? text.toLowerCase().replaceAll('_', ' ') : text;
}
