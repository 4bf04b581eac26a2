import { markup } from '#lambdas/runtime/markup.ts';
import { momentText } from '#lambdas/runtime/page/moment-text.ts';
import { renderDocument } from '#lambdas/runtime/page/render-document.ts';
import { contentsOf, drawSection } from '#lambdas/runtime/page/section.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import { blindSection } from '#lambdas/tag-coverage/page/sections/blind.ts';
import { drawHeadline } from '#lambdas/tag-coverage/page/sections/headline.ts';
import { keysSection } from '#lambdas/tag-coverage/page/sections/keys.ts';
import { mendingSection } from '#lambdas/tag-coverage/page/sections/mending.ts';
import {
  accountsSection,
  ousSection,
  regionsSection,
  typesSection,
} from '#lambdas/tag-coverage/page/sections/shares.ts';
import { trendSection } from '#lambdas/tag-coverage/page/sections/trend.ts';
import { toNotes } from '#lambdas/tag-coverage/publish/to-notes.ts';

const SECTIONS = [
  trendSection,
  keysSection,
  accountsSection,
  ousSection,
  typesSection,
  regionsSection,
  blindSection,
  mendingSection,
];

/** Coverage of a day as one HTML page that needs nothing else. */
export function renderPage(summary: CoverageSummary): string {
  const { date, at, policy, leftOut } = summary;
  const sections = SECTIONS.flatMap((toSection) => toSection(summary) ?? []);
  // What is not seen has a section of its own.
  const notes = toNotes({ ...leftOut, blind: [], notRecorded: [] });
  return renderDocument({
    title: `Required tags, ${date}`,
    header: markup`<p class="quiet">AWS Config, asked ${momentText(at)}. Policy <code>${policy.version}</code>.</p>`,
    main: markup`${drawHeadline(summary)}
${notes.length > 0 && markup`<aside class="note" aria-labelledby="notes-heading"><h2 id="notes-heading">Before you rely on this</h2><ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul></aside>`}
${contentsOf(sections)}
${sections.map(drawSection)}`,
    footer: markup`<p>Made by Reeve. A resource is covered when it has every tag that its type needs, with a value that is allowed.</p>`,
  });
}
