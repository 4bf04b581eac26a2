import type { AdvisorCheck, AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { type AdvisorReading, ITEMS_A_READING } from '#lambdas/contracts/trusted-advisor/advisor-reading.ts';
import type { KeyedItem } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import type { AccountDifference } from '#lambdas/trusted-advisor-sweep/compare/compare-account.ts';
import type { Ended } from '#lambdas/trusted-advisor-sweep/compare/compare-check.ts';
import type { EndedRow } from '#lambdas/trusted-advisor-sweep/compare/end-rows.ts';

/** SQS takes 256 KB. */
const MOST_BYTES = 200_000;

type Told = { account: string; check: AdvisorCheck; at: string; isBaseline?: true };
type Entry = { item: AdvisorItem } | { end: Ended };

/** The messages that say what differs in an account; none where nothing does. */
export function toReadings(
  account: string,
  { checks, ended }: AccountDifference,
  now: Date,
): AdvisorReading[] {
  const ofChecks = checks.flatMap(({ reading: { check, at }, difference }) => {
    const about = { account, check: toCheck(check), at };
    const seen = [...difference.seen.map(seenEntry), ...difference.ended.map((end) => ({ end }))];
    return [
      ...split(about, seen),
      ...split({ ...about, isBaseline: true }, difference.wasThere.map(seenEntry)),
    ];
  });
  return [...ofChecks, ...toEndings(account, ended, now)];
}

/** The messages that end rows by what Reeve knows, and not by what Trusted Advisor says. */
export function toEndings(account: string, ended: readonly EndedRow[], now: Date): AdvisorReading[] {
  const byCheck = Map.groupBy(ended, ({ check }) => check.id ?? `name-${check.name}`);
  return [...byCheck.values()].flatMap((some) => {
    const about = { account, check: toCheck((some[0] as EndedRow).check), at: now.toISOString() };
    return split(
      about,
      some.map(({ key, ending }) => ({ end: { key, ending } })),
    );
  });
}

function split(about: Told, entries: readonly Entry[]): AdvisorReading[] {
  const readings: AdvisorReading[] = [];
  let [bytes, count] = [0, 0];
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    let reading = readings.at(-1);
    if (!reading || count === ITEMS_A_READING || bytes + size > MOST_BYTES) {
      reading = { kind: 'reading', ...about, seen: [], ended: [] };
      readings.push(reading);
      [bytes, count] = [0, 0];
    }
    if ('item' in entry) reading.seen.push(entry.item);
    else reading.ended.push(entry.end);
    bytes += size;
    count += 1;
  }
  return readings;
}

function seenEntry({ key: _itsOwn, ...item }: KeyedItem): Entry {
  return { item };
}

/** Without what only the table needs. */
function toCheck({ id, name, category, source }: AdvisorCheck): AdvisorCheck {
  return {
    ...(id === undefined ? {} : { id }),
    name,
    ...(category === undefined ? {} : { category }),
    ...(source === undefined ? {} : { source }),
  };
}
