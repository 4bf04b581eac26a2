import { monthName } from '#lambdas/cost-reports/month-name.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { DOLLARS_PER_REQUEST } from '#lambdas/cost-reports/plan/run-plan.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatMoney } from '#lambdas/runtime/money.ts';
import { momentText } from '#lambdas/runtime/page/moment-text.ts';

/** How far the figures are final. */
export function drawStatus({ partial, frozenAt, month, provenance }: PageData): Markup {
  if (partial && provenance.fetchedAt.slice(0, 7) <= month)
    return markup`<p class="status open"><strong>Partial.</strong> ${monthName(month)} is not over; AWS still adds and changes costs.</p>`;
  if (partial)
    return markup`<p class="status open"><strong>Partial.</strong> AWS still calls these costs estimated.</p>`;
  if (frozenAt)
    return markup`<p class="status closed"><strong>Closed.</strong> Kept as final since ${frozenAt.slice(0, 10)}.</p>`;
  return markup`<p class="status closed"><strong>Complete.</strong> Refunds, credits and support fees may still arrive until the middle of the next month.</p>`;
}

/** Where the figures come from and what asking for them cost. */
export function drawProvenance({ provenance, requests }: PageData): Markup {
  const { source, fetchedAt, run, requests: own } = provenance;
  const all = requests && `; ${priced(requests.total)} in ${monthName(requests.month)}`;
  return markup`<p class="quiet">${source}, asked ${momentText(fetchedAt)}. Run <code>${run}</code>: ${priced(own)}${all}.</p>`;
}

function priced(count: number): string {
  const price = BigInt(count) * parseDecimal(String(DOLLARS_PER_REQUEST));
  return `${count.toLocaleString('en-US')} billed ${count === 1 ? 'request' : 'requests'} (${formatMoney(price, 'USD')})`;
}
