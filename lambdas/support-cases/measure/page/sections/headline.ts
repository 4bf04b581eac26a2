import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { spanOf } from '#lambdas/runtime/span.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';
import { counted } from '#lambdas/support-cases/tell/counted.ts';

/** The day in four figures. Where nothing was read it says so: that is not nothing open. */
export function drawHeadline({ total, accounts, waiting, at }: SupportSummary): Markup {
  if (accounts.every(({ measures }) => !measures))
    return markup`<p class="note">No account could be read yet. This does not mean that there is no case.</p>`;
  const [longest] = waiting;
  const since = longest && Date.parse(at) - Date.parse(longest.waitingSince);
  const judged = total.onTime + total.late;
  const changes = total.byEvent + total.bySweep;
  return markup`<dl class="figures">${[
    figure(
      'Wait for us',
      total.waiting,
      since === undefined ? 'nothing to answer' : `the longest for ${spanOf(since)}`,
      'main',
    ),
    figure('Open', total.open, `and ${counted(total.opened30, 'case')} opened in 30 days`),
    figure(
      'Answered on time',
      judged === 0 ? '–' : `${Math.floor((total.onTime / judged) * 100)}%`,
      `of ${counted(judged, 'case')} with a target`,
    ),
    figure(
      'Found without an event',
      changes === 0 ? '–' : total.bySweep,
      `of ${counted(changes, 'change')} since Reeve looks`,
    ),
  ]}</dl>`;
}

function figure(name: string, value: number | string, about: string, tone = ''): Markup {
  const text = typeof value === 'number' ? value.toLocaleString('en-US') : value;
  return markup`<div class="figure ${tone}"><dt>${name}</dt><dd class="amount">${text}</dd><dd class="about">${about}</dd></div>`;
}
