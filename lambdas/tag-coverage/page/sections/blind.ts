import { markup } from '#lambdas/runtime/markup.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import { BLIND_MENDS, BLIND_WORDS } from '#lambdas/tag-coverage/blind/blind.ts';
import { groupBlind } from '#lambdas/tag-coverage/blind/describe-blind.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';

/** What the figures do not see: accounts and Regions, and types whose tags AWS Config does not keep. */
export function blindSection({ leftOut: { blind, regions, notRecorded }, asked }: CoverageSummary): Section {
  const rows = groupBlind(blind, regions).flatMap(({ reason, types, places }) => {
    const what = types.length > 0 ? `: ${types.join(', ')}` : '';
    return places.map(
      (place) =>
        markup`<tr><th scope="row"><bdi>${place}</bdi></th><td>${BLIND_WORDS[reason]}${what}</td><td>${BLIND_MENDS[reason]}</td></tr>`,
    );
  });
  const table =
    rows.length > 0
      ? foldedTable({
          caption: 'Not seen, or not all of it',
          of: 'accounts',
          heads: ['Where', 'Why', 'What to do'],
          words: 3,
          rows,
          first: 20,
        })
      : markup`<p>All ${asked.toLocaleString('en-US')} that were asked record what the policy is about.</p>`;
  return { id: 'blind', title: 'Not seen', body: markup`${table}${notRecordedPart(notRecorded)}` };
}

function notRecordedPart(types: readonly string[]) {
  if (types.length === 0) return undefined;
  return markup`<h3>Not recorded</h3><p>AWS Config keeps no tags of these types, though their services show some. They count neither as tagged nor as untagged.</p><ul class="steps">${types.map((type) => markup`<li>${type}</li>`)}</ul>`;
}
