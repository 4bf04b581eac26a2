import { markup } from '#lambdas/runtime/markup.ts';
import { momentText } from '#lambdas/runtime/page/moment-text.ts';
import { renderDocument } from '#lambdas/runtime/page/render-document.ts';
import { contentsOf, drawSection } from '#lambdas/runtime/page/section.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { accountsSection, unreadSection } from '#lambdas/trusted-advisor-sweep/page/sections/accounts.ts';
import { categoriesSection } from '#lambdas/trusted-advisor-sweep/page/sections/categories.ts';
import { drawHeadline } from '#lambdas/trusted-advisor-sweep/page/sections/headline.ts';
import { limitsSection } from '#lambdas/trusted-advisor-sweep/page/sections/limits.ts';
import { redsSection } from '#lambdas/trusted-advisor-sweep/page/sections/reds.ts';
import { savingsSection } from '#lambdas/trusted-advisor-sweep/page/sections/savings.ts';
import { trendSection } from '#lambdas/trusted-advisor-sweep/page/sections/trend.ts';
import { toNotes } from '#lambdas/trusted-advisor-sweep/publish/to-notes.ts';

const SECTIONS = [
  categoriesSection,
  trendSection,
  redsSection,
  limitsSection,
  savingsSection,
  accountsSection,
  unreadSection,
];
const NAMED_UNREAD = 5;

/** What Trusted Advisor flags in all accounts, as one HTML page that needs nothing else. */
export function renderPage(summary: AdvisorSummary): string {
  const { date, at } = summary;
  const sections = SECTIONS.flatMap((toSection) => toSection(summary) ?? []);
  const notes = toNotes(summary, NAMED_UNREAD);
  return renderDocument({
    title: `Trusted Advisor, ${date}`,
    header: markup`<p class="quiet">AWS Trusted Advisor in all accounts, summed ${momentText(at)}.</p>`,
    main: markup`${drawHeadline(summary)}
${notes.length > 0 && markup`<aside class="note" aria-labelledby="notes-heading"><h2 id="notes-heading">Before you rely on this</h2><ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul></aside>`}
${contentsOf(sections)}
${sections.map(drawSection)}`,
    footer: markup`<p>Made by Reeve. What is flagged, and what it would save, is as Trusted Advisor says; percentages of limits are rounded down.</p>`,
  });
}
