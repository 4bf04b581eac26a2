import { describe, expect, it } from 'vitest';
import { publishDay } from '#lambdas/trusted-advisor-sweep/publish-day.ts';
import type { OfferedCheck } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import { aFault, anEstate } from '#test/trusted-advisor-sweep/an-estate.ts';

const ACCOUNTS = 300;
const CHECKS = 450;
/** Of each account, with so many items each. */
const [FLAGGING, ITEMS] = [60, 3];
/** For so many accounts an hourly run has time. */
const ACCOUNTS_A_RUN = 70;
const DAYS = 5;
const CHANGES = 200;
/** Of the function; its construct gives it more. */
const LIMIT_MEGABYTES = 768;

const accounts = Array.from({ length: ACCOUNTS }, (_, index) => String(100_000_000_000 + index));
const checks: OfferedCheck[] = Array.from({ length: CHECKS }, (_, index) => ({
  id: `check-${index}`,
  name: `Check number ${index}`,
  category: index % 3 === 0 ? 'security' : 'fault_tolerance',
  columns: ['Region', 'Volume ID', 'Reason', 'Status'],
}));
const withoutPlan = accounts.slice(0, 10);
const readable = accounts.slice(10);

/** The same numbers in each run. */
let seed = 20_261_123;
function below(limit: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * limit);
}

const estate = anEstate();
/** What is flagged, by account and check. */
const truth = new Map<string, string[]>();
const placeOf = (account: string, check: OfferedCheck) => `${account}/${check.id}`;
const put = (account: string, check: OfferedCheck, items: string[]) => {
  truth.set(placeOf(account, check), items);
  estate.flag(account, items, check);
};

/** New, gone, worse or milder items; gives the places of what changed. */
function change(): Set<string> {
  const changed = new Set<string>();
  while (changed.size < CHANGES) {
    const account = readable[below(readable.length)] ?? '';
    const check = checks[below(CHECKS)] as OfferedCheck;
    if (changed.has(placeOf(account, check))) continue;
    const [first, ...rest] = truth.get(placeOf(account, check)) ?? [];
    const isError = first?.endsWith(' error');
    if (first === undefined || below(3) === 0) put(account, check, [...rest, `new-${changed.size} error`]);
    else if (below(2) === 0) put(account, check, rest);
    else put(account, check, [`${first.split(' ')[0]} ${isError ? 'warning' : 'error'}`, ...rest]);
    changed.add(placeOf(account, check));
  }
  return changed;
}

type Day = { messages: number; places: Set<string>; runs: number; seconds: number; megabytes: number };

/** Hourly runs until the accounts of a day are through. Each hour some other account is throttled. */
async function live(hours: number): Promise<Day> {
  const day: Day = { messages: 0, places: new Set(), runs: 0, seconds: 0, megabytes: 0 };
  const publish = (of: Parameters<typeof publishDay>[0]) =>
    publishDay(of, {
      settings: { selection: estate.world.selection, globalRegion: 'us-east-1' },
      store: estate.store,
      observe: async () => {},
      linkTo: (key) => key,
    });
  for (let hour = 0; hour < hours; hour += 1) {
    const tried = new Set<string>();
    estate.world.hasTime = () => tried.size < ACCOUNTS_A_RUN;
    const throttled = readable[below(readable.length)] ?? '';
    estate.world.faults.set(`${throttled}/summaries`, aFault('ThrottlingException'));
    const started = performance.now();
    estate.calls.length = 0;
    const items = {
      ...estate.table.ofSweep,
      rowsOf: (account: string) => {
        tried.add(account);
        return estate.table.ofSweep.rowsOf(account);
      },
    };
    const readings = await estate.sweepAndTell({ items, publish });
    day.seconds += (performance.now() - started) / 1000;
    day.megabytes = Math.max(day.megabytes, process.memoryUsage().heapUsed / 1024 ** 2);
    day.messages += readings.length;
    for (const { account, check } of readings) day.places.add(`${account}/${check.id}`);
    day.runs += tried.size > 0 ? 1 : 0;
    estate.world.faults.delete(`${throttled}/summaries`);
    estate.later(1);
  }
  return day;
}

describe(`${ACCOUNTS} accounts with ${CHECKS} checks`, () => {
  it('tell of each change once, over days of hourly runs of which none has time for all', async () => {
    estate.world.accounts = accounts.map((id) => ({ id, tags: {} }));
    estate.world.offered = checks;
    for (const account of withoutPlan)
      estate.world.faults.set(account, aFault('SubscriptionRequiredException'));
    for (const [index, account] of readable.entries()) {
      for (let nth = 0; nth < FLAGGING; nth += 1) {
        const check = checks[(index + nth * 7) % CHECKS] as OfferedCheck;
        put(
          account,
          check,
          Array.from({ length: ITEMS }, (_, item) => `vol-${nth}-${item} error`),
        );
      }
    }

    const first = await live(24);
    expect(first.messages).toBe(readable.length * FLAGGING);
    expect(first.runs).toBeGreaterThan(ACCOUNTS / ACCOUNTS_A_RUN - 1);
    expect(estate.observed).toEqual([]);

    for (let day = 1; day < DAYS; day += 1) {
      const changed = day === 2 ? new Set<string>() : change();
      // Two nights: whoever was read a minute before the change is read a day later.
      const told = await live(48);
      expect(told.messages).toBe(changed.size);
      expect(told.places).toEqual(changed);
      process.stdout.write(
        `day ${day}: ${told.messages} messages, ${told.seconds.toFixed(1)} s for 48 runs, ${told.megabytes.toFixed(0)} MB\n`,
      );
      expect(told.megabytes).toBeLessThan(LIMIT_MEGABYTES);
    }

    const open = readable.map(
      (account) => estate.table.rowsOf(account).filter(({ state }) => state === 'open').length,
    );
    const expected = readable.map((account) =>
      [...truth]
        .filter(([place]) => place.startsWith(`${account}/`))
        .reduce((sum, [, items]) => sum + items.length, 0),
    );
    expect(open).toEqual(expected);
    const published = estate.store.written.filter((key) =>
      key.startsWith('tables/report=trusted-advisor-items/'),
    );
    expect(published.length).toBeGreaterThanOrEqual(DAYS);
    expect(new Set(published).size).toBe(published.length);
    expect(withoutPlan.map((account) => estate.table.standingOf(account)?.state)).toEqual(
      withoutPlan.map(() => 'no-plan'),
    );
  }, 600_000);
});
