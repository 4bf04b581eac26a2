import type { CostSource, Fetched } from '#lambdas/cost-reports/cost-source.ts';

/** A query that was not answered, and why. */
export type RefusedQuery = { query: string; message: string };

type Listener = { progress: (text: string) => void; onRefusal: (refused: RefusedQuery) => void };

/** A source that tells of each query when it is asked, and of its end where there is something to say. */
export function toldSource(
  source: CostSource,
  planned: number,
  { progress, onRefusal }: Listener,
): CostSource {
  let number = 0;
  return {
    ...source,
    async fetch(query) {
      number += 1;
      const label = `${number} of ${Math.max(planned, number)}  ${query.name}`;
      progress(`${label} …`);
      const fetched = await source.fetch(query);
      if (fetched.state === 'refused') onRefusal({ query: query.name, message: fetched.message });
      const end = describeEnd(fetched);
      if (end) progress(`${label}: ${end}`);
      return fetched;
    },
  };
}

function describeEnd(fetched: Fetched): string | undefined {
  if (fetched.state === 'refused') return fetched.message;
  return fetched.pages > 1 ? `${fetched.pages} pages` : undefined;
}
