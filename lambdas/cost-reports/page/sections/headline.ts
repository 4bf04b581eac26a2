import { basisName } from '#lambdas/cost-reports/basis-name.ts';
import { monthName } from '#lambdas/cost-reports/month-name.ts';
import { changeWord, toneOf } from '#lambdas/cost-reports/page/money-cell.ts';
import type { Compared, PageData, Totals } from '#lambdas/cost-reports/page/page-data.ts';
import { withoutShare } from '#lambdas/cost-reports/page/sections/splits.ts';
import { creditsOf } from '#lambdas/cost-reports/page/sections/trend.ts';
import { isComparable, windowLabels } from '#lambdas/cost-reports/page/window-labels.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatChange, formatMoney, formatPercent } from '#lambdas/runtime/money.ts';

/** The month in a handful of figures. Where nothing is stored it says so: that is not $0. */
export function drawHeadline(data: PageData): Markup {
  if (!data.total)
    return markup`<p class="note">No costs of ${monthName(data.month)} are stored. This does not mean that there were none.</p>`;
  return markup`<dl class="figures">${[...totalFigures(data, data.total), changeFigure(data), forecastFigure(data), untaggedFigure(data)]}</dl>`;
}

function totalFigures(data: PageData, { soFar, ...window }: Compared<Totals>): Markup[] {
  const { currency, basis, month, partial } = data;
  const { current } = windowLabels(month, window, partial);
  const of = (measure: string) => soFar[measure] ?? 0n;
  const parts = [
    ['tax', of('tax')],
    ['support', of('support')],
  ] as const;
  const within = parts.flatMap(([name, amount]) =>
    amount === 0n ? [] : [`${formatMoney(amount, currency)} ${name}`],
  );
  return [
    figure(
      'Net',
      formatMoney(of('net'), currency),
      `${basisName(basis)} costs in ${currency}, ${current}`,
      'main',
    ),
    figure(
      'Gross',
      formatMoney(of('gross'), currency),
      within.length > 0 ? `with ${within.join(' and ')}` : 'before credits and refunds',
    ),
    figure('Credits and refunds', formatMoney(creditsOf(soFar), currency), 'taken off gross'),
  ];
}

function changeFigure({ total, month, partial, currency }: PageData): Markup | undefined {
  if (!total?.previous || !isComparable(total, partial)) return undefined;
  // Support of a running month is billed after it; that of the month before is in its days already.
  const apart = partial && total.previous['support'] !== total.current['support'] ? 'support' : undefined;
  const netOf = (totals: Totals) => (totals['net'] ?? 0n) - (apart ? (totals[apart] ?? 0n) : 0n);
  const [now, before] = [netOf(total.current), netOf(total.previous)];
  const { current, previous } = windowLabels(month, total, partial);
  const percent = changeWord(now, before);
  const text = markup`${formatChange(now - before, currency)} <small>${percent === '–' ? '' : percent}</small>`;
  const without = apart ? `, without ${apart}` : '';
  return figure('Change of net', text, `${current} against ${previous}${without}`, toneOf(now - before));
}

function forecastFigure({ forecast, currency, month }: PageData): Markup | undefined {
  if (!forecast) return undefined;
  const { spent, mean } = forecast;
  const about = `all of ${monthName(month)}: ${formatMoney(spent, currency)} so far, and what AWS expects of the rest`;
  return figure('Forecast', formatMoney(mean, currency), about);
}

/** Of the tag that most costs have; the others after it. */
function untaggedFigure({ splits }: PageData): Markup | undefined {
  const shares = splits
    .filter(({ kind }) => kind === 'tag')
    .map((split) => ({ key: split.key, ratio: withoutShare(split).ratio }))
    .sort((a, b) => (a.ratio < b.ratio ? -1 : 1));
  const [best, ...others] = shares;
  if (!best) return undefined;
  const also = others.map(({ key, ratio }) => `; ${formatPercent(ratio)} lack ${key}`).join('');
  return figure('Untagged', formatPercent(best.ratio), `of gross lack the tag ${best.key}${also}`);
}

function figure(name: string, text: Markup | string, about: string, tone = ''): Markup {
  return markup`<div class="figure ${tone}"><dt>${name}</dt><dd class="amount">${text}</dd><dd class="about">${about}</dd></div>`;
}
