import type { Blind } from '#lambdas/tag-coverage/blind/blind.ts';
import {
  blindPlace,
  type PlaceStanding,
  type SeenStanding,
} from '#lambdas/tag-coverage/blind/check-places.ts';
import { type GlobalRecords, globalRecords } from '#lambdas/tag-coverage/read/global-records.ts';
import { GLOBAL, type Place, placeKey } from '#lambdas/tag-coverage/read/place.ts';
import type { SourceStatus } from '#lambdas/tag-coverage/read/source-status.ts';

/** What a sweep sees, and what it does not. Global resources are a place of each account. */
export type Sight = {
  /** The types of an account's Region that are not seen; undefined: none is. */
  isSeen: (place: Place) => { lacks: readonly string[] } | undefined;
  /** Whether the aggregator collects it: `hasRows` proves it, else its own word counts. */
  isCollected: (place: Place, hasRows: boolean) => boolean;
  recordsGlobal: GlobalRecords;
  blind: (hasRows: (place: Place) => boolean) => Blind[];
};

export type Sighted = {
  standings: readonly PlaceStanding[];
  /** Of Regions that are asked for global resources alone. */
  globalStandings: readonly PlaceStanding[];
  globalRegion: string;
  sources: readonly SourceStatus[];
  types: readonly string[];
  notRecorded: readonly string[];
  nameOf: (account: string) => string | undefined;
};

const NOT_COLLECTED = 'FAILED';

export function sightOf(sighted: Sighted): Sight {
  const { standings, globalStandings, globalRegion, sources, types, notRecorded, nameOf } = sighted;
  const statusOf = new Map(sources.map((source) => [placeKey(source), source.status]));
  const isSeen = (standing: PlaceStanding): standing is SeenStanding =>
    standing.lacks !== 'all' && statusOf.get(placeKey(standing)) !== NOT_COLLECTED;
  const lacksOf = new Map(
    standings
      .filter(isSeen)
      .map((standing) => [placeKey(standing), { lacks: [...standing.lacks, ...notRecorded] }]),
  );
  const seen = [...standings, ...globalStandings].filter(isSeen);
  const recordsGlobal = globalRecords(seen, globalRegion);
  for (const [account, own] of Map.groupBy(seen, (standing) => standing.account)) {
    const place = placeKey({ account, region: GLOBAL });
    const lacks = types.filter((type) => recordsGlobal(account, type) === undefined);
    lacksOf.set(place, { lacks: [...lacks, ...notRecorded] });
    const status = own.map((standing) => statusOf.get(placeKey(standing))).find(Boolean);
    if (status) statusOf.set(place, status);
  }
  const isCollected = (place: Place, hasRows: boolean) => {
    const status = statusOf.get(placeKey(place));
    return status !== NOT_COLLECTED && (hasRows || status !== undefined);
  };
  return {
    isSeen: (place) => lacksOf.get(placeKey(place)),
    isCollected,
    recordsGlobal,
    blind: (hasRows) =>
      standings.flatMap((standing) => {
        const { account, region, lacks } = standing;
        if (lacks === 'all' || isCollected(standing, hasRows(standing))) return standing.blind ?? [];
        const name = nameOf(account);
        return blindPlace({ id: account, ...(name ? { name } : {}) }, region, 'not-collected').blind ?? [];
      }),
  };
}
