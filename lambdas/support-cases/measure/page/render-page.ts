import { markup } from '#lambdas/runtime/markup.ts';
import { momentText } from '#lambdas/runtime/page/moment-text.ts';
import { renderDocument } from '#lambdas/runtime/page/render-document.ts';
import { contentsOf, drawSection } from '#lambdas/runtime/page/section.ts';
import { accountsSection } from '#lambdas/support-cases/measure/page/sections/accounts.ts';
import { answersSection } from '#lambdas/support-cases/measure/page/sections/answers.ts';
import { drawHeadline } from '#lambdas/support-cases/measure/page/sections/headline.ts';
import { servicesSection } from '#lambdas/support-cases/measure/page/sections/services.ts';
import { unreadSection } from '#lambdas/support-cases/measure/page/sections/unread.ts';
import { waitingSection } from '#lambdas/support-cases/measure/page/sections/waiting.ts';
import { weeksSection } from '#lambdas/support-cases/measure/page/sections/weeks.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';
import { toNotes } from '#lambdas/support-cases/measure/to-notes.ts';

const SECTIONS = [
  waitingSection,
  answersSection,
  weeksSection,
  servicesSection,
  accountsSection,
  unreadSection,
];
const NAMED_UNREAD = 5;

/** How cases of all accounts stand, as one HTML page that needs nothing else. No subject stands in it. */
export function renderPage(summary: SupportSummary): string {
  const { date, at } = summary;
  const sections = SECTIONS.flatMap((toSection) => toSection(summary) ?? []);
  const notes = toNotes(summary, NAMED_UNREAD);
  return renderDocument({
    title: `Support cases, ${date}`,
    header: markup`<p class="quiet">AWS Support in all accounts, summed ${momentText(at)}.</p>`,
    main: markup`${drawHeadline(summary)}
${notes.length > 0 && markup`<aside class="note" aria-labelledby="notes-heading"><h2 id="notes-heading">Before you rely on this</h2><ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul></aside>`}
${contentsOf(sections)}
${sections.map(drawSection)}`,
    footer: markup`<p>Made by Reeve. A first answer is AWS's first message after the opening; targets are those of the settings. Times are rounded down to minutes.</p>`,
  });
}
