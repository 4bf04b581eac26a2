import type { PartRow } from '#lambdas/alert-desk/part-row.ts';
import type { PartProgress } from '#lambdas/contracts/ledger.ts';

/** A part of which some of so many pages came, as of `updatedAt`. */
export function aPartProgress(id: string, updatedAt: number, { seen = 1, total = 1 } = {}): PartProgress {
  const pages = Array.from({ length: seen }, (_, index) => [
    index + 1,
    { hash: `page ${index + 1}`, total, update: 'reeve' },
  ]);
  return {
    id,
    orderedBy: [
      ['lastUpdatedTime', updatedAt],
      ['time', updatedAt],
    ],
    hash: 'page 1',
    pages: Object.fromEntries(pages) as PartProgress['pages'],
  };
}

/** What the desk writes is what is read here: this compiles, or it does not. */
export const asProgress = (part: PartRow): PartProgress => part;
