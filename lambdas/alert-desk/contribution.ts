import { toOccurrences } from '#lambdas/alert-desk/occurrences.ts';
import type { Contribution, PartPage, PartRow } from '#lambdas/alert-desk/part-row.ts';
import type { Tally } from '#lambdas/contracts/ledger.ts';
import { SAMPLE_SIZE } from '#lambdas/contracts/ledger.ts';
import type { Resource } from '#lambdas/contracts/observation.ts';

/** The sums that a part row stands for. */
export function contributionOf(part: PartRow): Contribution {
  const pages = Object.values(part.pages);
  const newest = newestPage(part);
  return {
    channels: part.channels,
    status: part.status,
    severity: part.severity,
    resources: pages.reduce((sum, page) => sum + page.resources, 0),
    resourceStatus: pages.reduce((sum, page) => addTallies(sum, page.resourceStatus, 1), {} as Tally),
    pages: {
      seen: pages.filter((page) => page.update === newest.update).length,
      total: newest.total,
    },
    ...(part.occurrences ? { occurrences: toOccurrences(part.occurrences) } : {}),
  };
}

/** The page that carries the newest version: it tells how many pages there are now. */
function newestPage(part: PartRow): PartPage {
  const page = Object.values(part.pages).find((candidate) => candidate.hash === part.hash);
  if (!page) throw new Error('Part row without the page of its newest version');
  return page;
}

/** The first resources of a part in the order of its pages. */
export function firstResources(part: PartRow): Resource[] {
  return Object.keys(part.pages)
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((number) => part.pages[number]?.first ?? [])
    .slice(0, SAMPLE_SIZE);
}

/** `a` plus `b` times `sign`; counts of nothing are left out. */
export function addTallies(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const sums = [...names].map((name) => [name, (a[name] ?? 0) + sign * (b[name] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum !== 0).sort(([x], [y]) => (x < y ? -1 : 1)));
}
