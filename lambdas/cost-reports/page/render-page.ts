import { monthName } from '#lambdas/cost-reports/month-name.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
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
import { markup } from '#lambdas/runtime/markup.ts';
import { renderDocument } from '#lambdas/runtime/page/render-document.ts';
import { contentsOf, drawSection } from '#lambdas/runtime/page/section.ts';

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

/** A month of costs as one HTML page that needs nothing else. */
export function renderPage(data: PageData): string {
  const sections = SECTIONS.flatMap((toSection) => toSection(data) ?? []);
  return renderDocument({
    title: `AWS costs, ${monthName(data.month)}`,
    header: markup`${drawStatus(data)}
${drawProvenance(data)}`,
    main: markup`${drawHeadline(data)}
${drawNotes(data)}
${contentsOf(sections)}
${sections.map(drawSection)}`,
    footer: markup`<p>Made by Reeve from exact amounts, rounded only to be shown; the exports of each report hold them all.</p>`,
  });
}
