import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { counted, countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import { savingsText } from '#lambdas/trusted-advisor-sweep/digest/digest-lines.ts';
import { dayStateOf } from '#lambdas/trusted-advisor-sweep/publish/day-state.ts';

/** The day in a handful of figures. Where nothing was read it says so: that is not nothing red. */
export function drawHeadline({ total, categories, accounts, at }: AdvisorSummary): Markup {
  const known = accounts.filter(({ count }) => count);
  if (known.length === 0)
    return markup`<p class="note">No account could be read yet. This does not mean that nothing is red.</p>`;
  const read = accounts.filter(({ standing }) => dayStateOf(standing, at) === 'ok').length;
  const security = categories.find(({ category }) => category === 'security')?.count.red ?? 0;
  const muted = total.muted > 0 ? `, and ${countText(total.muted)} of all items are muted` : '';
  return markup`<dl class="figures">${[
    figure('Red', countText(total.red), `of which ${countText(security)} in security${muted}`, 'main'),
    figure('Yellow', countText(total.yellow), `and ${countText(total.info)} for information`),
    figure(
      'Could be saved a month',
      savingsText(total.savings),
      `with ${counted(total.saving, 'item')}, as Trusted Advisor reckons`,
    ),
    figure('Accounts read', `${countText(read)} of ${countText(accounts.length)}`, 'in the last day'),
  ]}</dl>`;
}

function figure(name: string, text: string, about: string, tone = ''): Markup {
  return markup`<div class="figure ${tone}"><dt>${name}</dt><dd class="amount">${text}</dd><dd class="about">${about}</dd></div>`;
}
