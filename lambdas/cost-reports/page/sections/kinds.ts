import { changesTable } from '#lambdas/cost-reports/page/changes-table.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { levelSpelling } from '#lambdas/cost-reports/record-type.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** What kind of charge costs are, in AWS's words and by the measure that each counts for. */
export function kindsSection(data: PageData): Section | undefined {
  if (!data.kinds) return undefined;
  const body = changesTable(data, data.kinds, {
    caption: 'Costs by kind of charge',
    of: 'kinds',
    head: 'Kind of charge',
    nameOf: ({ cells: [category = '', recordType = ''] }) =>
      isSaid(category, recordType)
        ? markup`${recordType}`
        : markup`${recordType} <span class="id">${category.replaceAll('_', ' ')}</span>`,
    first: 25,
  });
  return { id: 'kinds', title: 'Kinds of charges', body };
}

/** `Refund` says that it is among refunds. */
function isSaid(category: string, recordType: string): boolean {
  return levelSpelling(category).startsWith(levelSpelling(recordType));
}
