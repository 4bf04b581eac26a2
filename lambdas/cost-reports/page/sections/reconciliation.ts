import { totalOf } from '#lambdas/cost-reports/page/changes-table.ts';
import { moneyCell } from '#lambdas/cost-reports/page/money-cell.ts';
import type { Changes, PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatChange } from '#lambdas/runtime/money.ts';
import { plainTable } from '#lambdas/runtime/page/folded-table.ts';
import { momentText } from '#lambdas/runtime/page/moment-text.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** Each report added up and held against the total: what is lost on the way is seen here. */
export function reconciliationSection(data: PageData): Section | undefined {
  const { total, currency } = data;
  if (!total) return undefined;
  const net = total.current['net'] ?? 0n;
  const reports: [title: string, changes: Changes | undefined][] = [
    ['Services', data.services],
    ['Accounts', data.accounts],
    ['Regions', data.regions],
    ['Kinds of charges', data.kinds],
    ...data.splits.map(({ kind, key, changes }): [string, Changes] => [`${kind} ${key}`, changes]),
  ];
  const rows = reports.flatMap(([title, changes]) => (changes ? [toRow(title, changes)] : []));
  if (rows.length === 0) return undefined;

  function toRow(title: string, changes: Changes): Markup {
    const sum = totalOf(changes.rows).current.net;
    const isSame = (changes.days ?? 0) === (total?.days ?? 0);
    const difference = isSame ? formatChange(sum - net, currency) : 'of other days';
    return markup`<tr><th scope="row">${title}</th>${moneyCell(sum, currency)}<td class="n">${difference}</td><td class="n">${momentText(changes.fetchedAt)}</td></tr>`;
  }
  const table = plainTable({
    caption: 'Net of each report against the total',
    of: 'reports',
    heads: ['Report', 'Net', 'Difference to the total', 'Asked at'],
    rows,
    foot: markup`<tr><th scope="row">Total</th>${moneyCell(net, currency)}<td></td><td class="n">${momentText(total.fetchedAt)}</td></tr>`,
  });
  const body = markup`<p>Reports that were asked at different moments of an open month may differ; those of a closed month may not.</p>${table}`;
  return { id: 'reconciliation', title: 'Reconciliation', body };
}
