import { createHash } from 'node:crypto';
import { monthName } from '#lambdas/cost-reports/month-name.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { PAGE_SCRIPT } from '#lambdas/cost-reports/page/page-script.ts';
import { PAGE_STYLE } from '#lambdas/cost-reports/page/page-style.ts';
import { contentsOf, drawSection } from '#lambdas/cost-reports/page/section.ts';
import { accountsSection } from '#lambdas/cost-reports/page/sections/accounts.ts';
import { commitmentsSection } from '#lambdas/cost-reports/page/sections/commitments.ts';
import { daysSection } from '#lambdas/cost-reports/page/sections/days.ts';
import { driversSection } from '#lambdas/cost-reports/page/sections/drivers.ts';
import { drawHeadline } from '#lambdas/cost-reports/page/sections/headline.ts';
import { kindsSection } from '#lambdas/cost-reports/page/sections/kinds.ts';
import { moversSection } from '#lambdas/cost-reports/page/sections/movers.ts';
import { drawNotes } from '#lambdas/cost-reports/page/sections/notes.ts';
import { drawProvenance, drawStatus } from '#lambdas/cost-reports/page/sections/provenance.ts';
import { reconciliationSection } from '#lambdas/cost-reports/page/sections/reconciliation.ts';
import { regionsSection } from '#lambdas/cost-reports/page/sections/regions.ts';
import { servicesSection } from '#lambdas/cost-reports/page/sections/services.ts';
import { splitsSection } from '#lambdas/cost-reports/page/sections/splits.ts';
import { trendSection } from '#lambdas/cost-reports/page/sections/trend.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';

const SECTIONS = [
  trendSection,
  daysSection,
  moversSection,
  servicesSection,
  accountsSection,
  splitsSection,
  kindsSection,
  regionsSection,
  commitmentsSection,
  driversSection,
  reconciliationSection,
];

/**
 * A month of costs as one HTML page that needs nothing else. It may load nothing and run no script but its own,
 * which only sorts and searches: the page is whole without it.
 */
export function renderPage(data: PageData): string {
  const title = `AWS costs, ${monthName(data.month)}`;
  const sections = SECTIONS.flatMap((toSection) => toSection(data) ?? []);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${drawStatus(data)}
${drawProvenance(data)}
</header>
<main>
${drawHeadline(data)}
${drawNotes(data)}
${contentsOf(sections)}
${sections.map(drawSection)}
</main>
<footer><p>Made by Reeve from exact amounts, rounded only to be shown; the exports of each report hold them all.</p></footer>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
  return page.markup;
}

function policy(): string {
  return `default-src 'none'; style-src ${hashOf(PAGE_STYLE)}; script-src ${hashOf(PAGE_SCRIPT)}; base-uri 'none'; form-action 'none'`;
}

function hashOf({ markup: text }: Markup): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
