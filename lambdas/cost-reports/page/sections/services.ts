import { changesTable } from '#lambdas/cost-reports/page/changes-table.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { markup } from '#lambdas/runtime/markup.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** What each service cost. */
export function servicesSection(data: PageData): Section | undefined {
  if (!data.services) return undefined;
  const body = changesTable(data, data.services, {
    caption: 'Costs by service',
    of: 'services',
    head: 'Service',
    nameOf: ({ cells: [service = ''] }) => markup`${service}`,
    first: 15,
  });
  return { id: 'services', title: 'Services', body };
}
