import type { Blind } from '#lambdas/tag-coverage/blind/blind.ts';
import { blindPlace, type PlaceStanding } from '#lambdas/tag-coverage/blind/check-places.ts';
import { type Place, placeKey } from '#lambdas/tag-coverage/read/place.ts';
import type { SourceStatus } from '#lambdas/tag-coverage/read/source-status.ts';

/** What a sweep sees, and what it does not. */
export type Sight = {
  /** The types of an account's Region that are not seen; undefined: none is. */
  isSeen: (place: Place) => { lacks: readonly string[] } | undefined;
  /** Whether the aggregator collects it: `hasRows` proves it, else its own word counts. */
  isCollected: (place: Place, hasRows: boolean) => boolean;
  blind: (hasRows: (place: Place) => boolean) => Blind[];
};

export type Sighted = {
  standings: readonly PlaceStanding[];
  sources: readonly SourceStatus[];
  notRecorded: readonly string[];
  nameOf: (account: string) => string | undefined;
};

const NOT_COLLECTED = 'FAILED';

export function sightOf({ standings, sources, notRecorded, nameOf }: Sighted): Sight {
  const statusOf = new Map(sources.map((source) => [placeKey(source), source.status]));
  const lacksOf = new Map(
    standings.flatMap((standing) => {
      const { lacks } = standing;
      const isRead = lacks !== 'all' && statusOf.get(placeKey(standing)) !== NOT_COLLECTED;
      return isRead ? [[placeKey(standing), { lacks: [...lacks, ...notRecorded] }] as const] : [];
    }),
  );
  const isCollected = (place: Place, hasRows: boolean) => {
    const status = statusOf.get(placeKey(place));
    return status !== NOT_COLLECTED && (hasRows || status !== undefined);
  };
  return {
    isSeen: (place) => lacksOf.get(placeKey(place)),
    isCollected,
    blind: (hasRows) =>
      standings.flatMap((standing) => {
        const { account, region, lacks } = standing;
        if (lacks === 'all' || isCollected(standing, hasRows(standing))) return standing.blind ?? [];
        const name = nameOf(account);
        return blindPlace({ id: account, ...(name ? { name } : {}) }, region, 'not-collected').blind ?? [];
      }),
  };
}
