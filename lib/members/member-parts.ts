import type { MemberRule, MemberShare, Place } from '#lib/members/member-share.ts';
import { globalRegionOf, healthBackupRegionOf } from '#lib/regions.ts';

/**
 * Members get one template per part. `global`: the partition's global Region, with the reader role.
 * `backup`: where AWS keeps copies only. `regional`: all other Regions of the settings. `writer`: the role
 * that may change something, in the global Region of some organizational units. `rules`: the rules of AWS Config,
 * by themselves, since an account without a recorder refuses them.
 */
export type MemberPart = 'global' | 'regional' | 'backup' | 'writer' | 'rules';

/** Where the hub is, the Regions of the settings, and whether copies of events are wanted too. */
export type Where = { hubRegion: string; regions: string[]; backup: boolean };

/** The Regions of each part. Every Region has one of the first three. */
export function regionsOfParts(where: Where): Record<Exclude<MemberPart, 'rules'>, string[]> {
  const global = globalRegionOf(where.hubRegion);
  const regional = configuredRegions(where).filter((region) => region !== global);
  const copies = where.backup ? [healthBackupRegionOf(where.hubRegion)] : [];
  const backup = copies.filter((region) => !regional.includes(region));
  return { global: [global], regional, backup, writer: [global] };
}

/** The rules that a part holds. */
export function rulesOfPart(part: MemberPart, where: Where, shares: MemberShare[]): MemberRule[] {
  const isGlobalConfigured = configuredRegions(where).includes(globalRegionOf(where.hubRegion));
  const places: Record<MemberPart, Place[]> = {
    global: isGlobalConfigured ? ['global', 'configured'] : ['global'],
    regional: ['configured'],
    backup: ['backup'],
    writer: [],
    rules: [],
  };
  return shares
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.places.some((place) => places[part].includes(place)));
}

/** The home Region, and those of the settings. */
export function configuredRegions({ hubRegion, regions }: Where): string[] {
  return [...new Set([hubRegion, ...regions])].sort();
}
