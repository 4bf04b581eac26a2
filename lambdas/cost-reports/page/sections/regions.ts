import { changesTable } from '#lambdas/cost-reports/page/changes-table.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** Where costs arose. */
export function regionsSection(data: PageData): Section | undefined {
  if (!data.regions) return undefined;
  const body = changesTable(data, data.regions, {
    caption: 'Costs by Region',
    of: 'Regions',
    head: 'Region',
    nameOf: ({ cells: [region = ''] }) => markup`${region}`,
    first: 10,
  });
  return { id: 'regions', title: 'Regions', body };
}
