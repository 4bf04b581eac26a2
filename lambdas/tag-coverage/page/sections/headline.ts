import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import { lackingOf, resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import {
  counted,
  countedVerb,
  countText,
  percentText,
  pointsText,
  tenthsOf,
} from '#lambdas/tag-coverage/judge/percent-text.ts';
import { weekOf } from '#lambdas/tag-coverage/remember/history.ts';

/** Coverage in a handful of figures. Where nothing is seen it says so: that is not 0%. */
export function drawHeadline(summary: CoverageSummary): Markup {
  const { total, leftOut, asked, history } = summary;
  const resources = resourcesOf(total);
  if (resources === 0)
    return markup`<p class="note">No resource that needs a tag is seen. This does not mean that there is none.</p>`;
  const { before } = weekOf(history);
  const moved =
    before && pointsText(tenthsOf(total.compliant, resources), tenthsOf(before.compliant, before.resources));
  const blind = leftOut.blind.length;
  return markup`<dl class="figures">${[
    figure(
      'Covered',
      percentText(total.compliant, resources),
      `of ${counted(resources, 'resource')} have all required tags`,
      'main',
    ),
    figure(
      'Lack something',
      countText(lackingOf(total)),
      `of which ${countedVerb(total.nearMisses, 'has', 'have')} a key that may be meant`,
    ),
    moved && before && figure('In a week', moved, `since ${before.date}`),
    figure('Exempt', countText(total.exempt), 'by the settings, and not counted'),
    figure(
      'Not seen',
      countText(blind),
      `of ${counted(asked, 'account and Region').replace(/account and Regions/, 'accounts and Regions')}, as a whole or in part`,
    ),
  ]}</dl>`;
}

function figure(name: string, text: string, about: string, tone = ''): Markup {
  return markup`<div class="figure ${tone}"><dt>${name}</dt><dd class="amount">${text}</dd><dd class="about">${about}</dd></div>`;
}
