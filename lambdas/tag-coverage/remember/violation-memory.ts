import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { type Place, placeKey } from '#lambdas/tag-coverage/read/place.ts';
import { daysBetween } from '#lambdas/tag-coverage/remember/days.ts';
import { FINGERPRINT_LENGTH, fingerprintOf } from '#lambdas/tag-coverage/remember/fingerprint.ts';
import type { PlaceMemory } from '#lambdas/tag-coverage/remember/sweep-state.ts';
import { groupOf, sinceOf, typeOf } from '#lambdas/tag-coverage/remember/violation-group.ts';

/** What the sweep sees of an account's Region; undefined: nothing. */
type SeenTypes = (place: Place) => { lacks: readonly string[] } | undefined;

export type ViolationMemory = {
  /** Whether anything of an account's Region came by: without it, it is not collected yet. */
  see: (place: Place) => void;
  /** Remembers what violates, and says whether required-tags must look at it. */
  add: (resource: Violating, violations: readonly TagViolation[]) => boolean;
  violates: (resource: Omit<Violating, 'createdAt'>) => boolean;
  hasSeen: (place: Place) => boolean;
  /** What the next sweep compares with. */
  places: () => Record<string, PlaceMemory>;
  /** Against the sweep before, in what both saw. */
  changes: () => { opened: number; mended: number };
};

/** `createdAt`: ISO 8601; undefined where nobody knows. */
type Violating = Place & { type: string; id: string; createdAt: string | undefined };

type Now = {
  date: string;
  graceDays: number;
  /** When a sweep asked for the policy first, ISO 8601. */
  firstAt: string;
  isSeen: SeenTypes;
};

/**
 * What violates now against what did before. Where the sweep before did not see, what violates is as old as the policy,
 * unless it was made since or waits already, and is not told one by one; where this one does not see, all is as it was.
 */
export function violationMemory(
  before: Readonly<Record<string, PlaceMemory>>,
  { date, graceDays, firstAt, isSeen }: Now,
): ViolationMemory {
  const now = new Map<string, Map<string, string>>();
  const former = new Map<string, Map<string, string>>();
  let opened = 0;
  let kept = 0;

  const formerOf = (key: string) => {
    let groups = former.get(key);
    if (!groups) former.set(key, (groups = unfold(before[key]?.violating)));
    return groups;
  };
  const nowOf = (key: string) => {
    let groups = now.get(key);
    if (!groups) now.set(key, (groups = new Map<string, string>()));
    return groups;
  };
  const sees = (place: Place, type: string) => isSeen(place)?.lacks.includes(type) === false;
  const saw = (key: string, type: string) => before[key]?.lacks.includes(type) === false;

  return {
    see: (place) => {
      if (isSeen(place)) nowOf(placeKey(place));
    },
    hasSeen: (place) => now.has(placeKey(place)),

    add(resource, violations) {
      if (!sees(resource, resource.type)) return false;
      const key = placeKey(resource);
      const fingerprint = fingerprintOf(resource);
      const isNew = !nowOf(key).has(fingerprint);
      const put = (since: string) => nowOf(key).set(fingerprint, groupOf(resource.type, since, violations));
      const isCompared = saw(key, resource.type);
      const known = formerOf(key).get(fingerprint);
      if (isCompared && isNew && known === undefined) opened += 1;
      if (isCompared && isNew && known !== undefined) kept += 1;
      const isYounger = isCompared || (resource.createdAt ?? '') > firstAt;
      const since = known === undefined ? (isYounger ? date : '') : sinceOf(known);
      const isRipe = since !== '' && daysBetween(since, date) >= graceDays;
      put(since === '' || isRipe ? '' : since);
      return isRipe || (isCompared && since === '' && known !== groupOf(resource.type, '', violations));
    },

    violates: (resource) => now.get(placeKey(resource))?.has(fingerprintOf(resource)) ?? false,

    places() {
      const all: Record<string, PlaceMemory> = {};
      for (const [key, memory] of Object.entries(before)) {
        const place = toPlace(key);
        const seen = isSeen(place);
        if (!seen) all[key] = memory;
        else all[key] = { lacks: [...seen.lacks], violating: ofTypes(memory.violating, seen.lacks) };
      }
      for (const [key, groups] of now) {
        const lacks = [...(isSeen(toPlace(key))?.lacks ?? [])];
        all[key] = { lacks, violating: { ...all[key]?.violating, ...fold(groups) } };
      }
      return all;
    },

    changes() {
      let comparable = 0;
      for (const [key, { lacks, violating }] of Object.entries(before)) {
        for (const [group, fingerprints] of Object.entries(violating)) {
          const type = typeOf(group);
          const isComparable = sees(toPlace(key), type) && !lacks.includes(type);
          if (isComparable) comparable += fingerprints.length / FINGERPRINT_LENGTH;
        }
      }
      return { opened, mended: comparable - kept };
    },
  };
}

/** What is remembered of some places alone. */
export function placesWhere(
  isOne: (place: Place) => boolean,
  places: Readonly<Record<string, PlaceMemory>> = {},
): Record<string, PlaceMemory> {
  return Object.fromEntries(Object.entries(places).filter(([key]) => isOne(toPlace(key))));
}

function toPlace(key: string): Place {
  const [account = '', region = ''] = key.split('/');
  return { account, region };
}

/** The groups of these types alone: what is not seen now is as it was. */
function ofTypes(violating: PlaceMemory['violating'], types: readonly string[]): PlaceMemory['violating'] {
  return Object.fromEntries(Object.entries(violating).filter(([group]) => types.includes(typeOf(group))));
}

function unfold(violating: PlaceMemory['violating'] = {}): Map<string, string> {
  const groups = new Map<string, string>();
  for (const [group, fingerprints] of Object.entries(violating)) {
    for (let start = 0; start < fingerprints.length; start += FINGERPRINT_LENGTH)
      groups.set(fingerprints.slice(start, start + FINGERPRINT_LENGTH), group);
  }
  return groups;
}

function fold(groups: Map<string, string>): PlaceMemory['violating'] {
  const byGroup = new Map<string, string[]>();
  for (const [fingerprint, group] of groups) {
    const some = byGroup.get(group);
    if (some) some.push(fingerprint);
    else byGroup.set(group, [fingerprint]);
  }
  return Object.fromEntries([...byGroup].map(([group, some]) => [group, some.join('')]));
}
