import type { Observation, Resource } from '#lambdas/contracts/observation.ts';

/** What one observation names; more go into the next page of the same part. */
const RESOURCES_A_PAGE = 200;
/** With more, the last page says that it is not all: nobody reads ten thousand names. */
const MOST_PAGES = 50;

type PartOfPage = Pick<Observation['part'], 'resources' | 'page'>;

/** The resources of a part, in as many pages as they need and one at least. `update`: which pages belong together. */
export function resourcePages(resources: Resource[], update: string): PartOfPage[] {
  const total = Math.min(Math.max(1, Math.ceil(resources.length / RESOURCES_A_PAGE)), MOST_PAGES);
  return Array.from({ length: total }, (_, index) => ({
    resources: resources.slice(index * RESOURCES_A_PAGE, (index + 1) * RESOURCES_A_PAGE),
    ...(total > 1 ? { page: { number: index + 1, total, update } } : {}),
  }));
}
