import { changesTable, totalOf } from '#lambdas/cost-reports/page/changes-table.ts';
import type { PageData, Split } from '#lambdas/cost-reports/page/page-data.ts';
import { ratioOf } from '#lambdas/runtime/decimal.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatMoney, formatPercent } from '#lambdas/runtime/money.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** Costs by tags and cost categories, and how much has none. */
export function splitsSection(data: PageData): Section | undefined {
  if (data.splits.length === 0) return undefined;
  const body = markup`${data.splits.map((split) => drawSplit(data, split))}`;
  return { id: 'tags', title: 'Tags and cost categories', body };
}

/** Of the gross costs: credits would make shares of more than all. */
export function withoutShare({ changes }: Split): { without: bigint; all: bigint; ratio: bigint } {
  const all = totalOf(changes.rows).current.charges;
  const without = changes.rows.find(({ cells }) => cells[0] === '')?.current?.charges ?? 0n;
  return { without, all, ratio: ratioOf(without, all) ?? 0n };
}

function drawSplit(data: PageData, split: Split): Markup {
  const { kind, key, changes } = split;
  const word = kind === 'tag' ? 'untagged' : 'in none';
  const table = changesTable(data, changes, {
    caption: `Costs by ${kind} ${key}`,
    of: 'values',
    head: key,
    nameOf: ({ cells: [value = ''] }) => (value ? markup`<bdi>${value}</bdi>` : markup`<em>${word}</em>`),
    first: 10,
  });
  return markup`<h3><bdi>${key}</bdi> <span class="id">${kind}</span></h3>${shareSentence(data, split)}${!isInactive(split) && table}`;
}

function shareSentence({ currency }: PageData, split: Split): Markup {
  const { without, all, ratio } = withoutShare(split);
  const share = `${formatPercent(ratio)} of gross costs (${formatMoney(without, currency)} of ${formatMoney(all, currency)})`;
  if (split.kind === 'cost category') return markup`<p>${share} are in none of its values.</p>`;
  const advice =
    isInactive(split) &&
    ' No cost has this tag: AWS counts a tag only from when it is activated as a cost allocation tag.';
  return markup`<p>${share} do not have this tag.${advice}</p>`;
}

/** Whether nothing has the tag, or is in the category. */
function isInactive({ changes }: Split): boolean {
  return changes.rows.every(({ cells }) => cells[0] === '');
}
