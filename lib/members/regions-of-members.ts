import {
  configuredRegions,
  type MemberPart,
  regionsOfParts,
  rulesOfPart,
  type Where,
} from '#lib/members/member-parts.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import type { Settings } from '#lib/settings.ts';

/** The Regions that the settings ask for. Copies of Health events matter only to who hears of Health. */
export function whereOf({ hub, regions, health }: Settings): Where {
  return { hubRegion: hub?.region ?? '', regions, backup: health?.backup ?? false };
}

/** The parts that members get, with the Regions of each: none that would hold nothing. */
export function memberParts(settings: Settings): { part: MemberPart; regions: string[] }[] {
  if (!settings.hub) return [];
  const where = whereOf(settings);
  const shares = memberShares(settings);
  const regionsOf = regionsOfParts(where);
  return (['global', 'regional', 'backup'] as const)
    .filter(
      (part) =>
        rulesOfPart(part, where, shares).length > 0 ||
        (part === 'global' && shares.some(({ reads }) => reads.length > 0)),
    )
    .map((part) => ({ part, regions: regionsOf[part] }))
    .filter(({ regions }) => regions.length > 0);
}

/** The Regions whose Config rules check tags: where AWS Config itself is of no matter to the other parts. */
export function regionsOfRules(settings: Settings): string[] {
  const { hub, tags } = settings;
  return hub && tags && tags.rules !== 'none' ? configuredRegions(whereOf(settings)) : [];
}

/** The roots or organizational units whose accounts get the Config rules by a StackSet. */
export function targetsOfRules({ tags, organization }: Settings): string[] {
  return tags?.targets ?? organization?.targets ?? [];
}

/**
 * The Regions in which the management account, or a lone one, gets Config rules by stacks of its own. Who names
 * units or accounts for the rules means that one only if it is among them.
 */
export function regionsOfOwnRules(settings: Settings): string[] {
  const { organization, tags } = settings;
  const isNamed =
    !organization ||
    ((tags?.accounts?.includes(organization.managementAccount) ?? true) &&
      (tags?.targets?.some((target) => target.startsWith('r-')) ?? true));
  return isNamed ? regionsOfRules(settings) : [];
}

/** All Regions of each account in which Reeve has something. */
export function regionsOfMembers(settings: Settings): string[] {
  return memberParts(settings).flatMap(({ regions }) => regions);
}
