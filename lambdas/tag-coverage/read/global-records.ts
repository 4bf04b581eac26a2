import type { SeenStanding } from '#lambdas/tag-coverage/blind/check-places.ts';
import { canRecordIam, homeOf, isIamType } from '#lambdas/tag-coverage/blind/global-types.ts';

/** The Region whose AWS Config records an account's global resources of a type; undefined: none is known to. */
export type GlobalRecords = (account: string, type: string) => string | undefined;

/**
 * Finds it among Regions that are seen: another one knows of no such resource, which then looked deleted. What several
 * record is asked for in the global Region, where it is among them.
 */
export function globalRecords(seen: readonly SeenStanding[], globalRegion: string): GlobalRecords {
  const byAccount = Map.groupBy(seen, ({ account }) => account);
  return (account, type) => {
    const regions = (byAccount.get(account) ?? [])
      .filter((standing) => recordsGlobally(standing, type, globalRegion))
      .map(({ region }) => region);
    return regions.includes(globalRegion) ? globalRegion : regions[0];
  };
}

function recordsGlobally({ region, lacks, iam }: SeenStanding, type: string, globalRegion: string): boolean {
  if (isIamType(type)) return canRecordIam(region) && iam.includes(type);
  return region === homeOf(type, globalRegion) && !lacks.includes(type);
}
