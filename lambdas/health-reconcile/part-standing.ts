import type { PartProgress } from '#lambdas/contracts/ledger.ts';

/** How a part of the ledger stands to an update of the API. */
export type Standing = 'behind' | 'incomplete' | 'current';

/** EventBridge tells times in whole seconds, and AWS does not say how it rounds. */
const SECOND_MS = 1000;

/** `incomplete`: the update is known, but pages of its resources never came. */
export function standingOf(known: PartProgress | undefined, updatedAt: number): Standing {
  const heldAt = known?.orderedBy.find(([clock]) => clock === 'lastUpdatedTime')?.[1];
  if (!known || heldAt === undefined || heldAt < dateOfCopy(updatedAt, 'behind')) return 'behind';
  return hasAllPages(known) ? 'current' : 'incomplete';
}

/**
 * The `lastUpdatedTime` that a copy from the API bears. The same update may be on its way from EventBridge: to
 * that one the copy is a second older, whichever comes first, so that an update is told once and in the words
 * of the event. Only where pages are missing it is a second newer, and takes the place of those that came.
 */
export function dateOfCopy(updatedAt: number, standing: Exclude<Standing, 'current'>): number {
  const second = Math.floor(updatedAt / SECOND_MS) * SECOND_MS;
  return standing === 'behind' ? second - SECOND_MS : second + SECOND_MS;
}

function hasAllPages({ hash, pages }: PartProgress): boolean {
  const all = Object.values(pages);
  const newest = all.find((page) => page.hash === hash);
  if (!newest) return true;
  return all.filter(({ update }) => update === newest.update).length >= newest.total;
}
