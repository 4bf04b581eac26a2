import { afterEach, expect, test } from 'vitest';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aCostWorld, type CostWorld } from '#test/cost-reports/a-cost-world.ts';
import { USUAL_REPORTS } from '#test/cost-reports/some-settings.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';

let world: CostWorld;
afterEach(() => world.close());

const aLedger = () =>
  ledgerOf(
    ['2026-09-07', '2026-10-07', '2026-11-19', '2026-11-20', '2026-11-21'].map((day) => aLineItem({ day })),
  );
const withForecast = { reports: [...USUAL_REPORTS, 'forecast' as const] };
const told = () => world.observed.map(({ key, part }) => `${key} ${part.status}`);

test.each(['daily', 'monthly'] as const)(
  'a %s run that comes again when it is done buys, writes and tells nothing',
  async (set) => {
    world = await aCostWorld({ ledger: aLedger() });
    await world.run(set, '2026-11-22');
    const done = [world.billed(), world.store.written.length, world.observed.length];
    await world.run(set, '2026-11-22');
    expect([world.billed(), world.store.written.length, world.observed.length]).toEqual(done);
  },
);

test('a run that comes later than a newer one of its set leaves the newer tables alone', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('daily', '2026-11-22');
  const rows = await world.rows('services-daily', '2026-11');
  await world.run('daily', '2026-11-20');
  expect(await world.rows('services-daily', '2026-11')).toEqual(rows);
});

test('the costs of another payer are not compared with those of the first: all its months are asked for', async () => {
  world = await aCostWorld();
  await world.run('monthly', '2026-11-16');
  const first = world.billed();
  world.settings = { ...world.settings, payer: '000000000099' };
  await world.run('monthly', '2026-11-17');

  expect(world.billed() - first).toBe(first);
  expect((await world.state())?.payer).toBe('000000000099');
  expect(
    Object.values((await world.state())?.months ?? {}).flatMap(({ restatements }) => restatements),
  ).toEqual([]);
});

test('a run of the other set on the same day is a run of its own', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('daily', '2026-11-22');
  await world.run('monthly', '2026-11-22');
  expect(world.billed()).toBe(2 + 6);
  const written = world.store.written.length;
  await world.run('daily', '2026-11-22');
  expect(world.store.written.length).toBe(written);
});

test('a digest without what AWS did not answer says so, and its repeat is the newer one', async () => {
  world = await aCostWorld({ ledger: aLedger(), settings: withForecast });
  world.failing.add('forecast');
  await expect(world.run('daily', '2026-11-22')).rejects.toThrow(RetryLaterError);
  expect(world.observed[0]?.summary).toContain('No forecast for November: AWS did not answer.');
  world.failing.clear();
  await world.run('daily', '2026-11-22');
  expect(world.observed[1]?.summary).toContain('Forecast for November: $');
  const [first, second] = world.observed.map(({ part }) => part.orderedBy);
  expect(second?.[0]).toEqual(first?.[0]);
  expect([first?.[1], second?.[1]]).toEqual([
    ['answered', 2],
    ['answered', 3],
  ]);
});

test('a run whose time ends while it asks publishes and tells nothing yet', async () => {
  world = await aCostWorld({ ledger: aLedger(), settings: withForecast });
  let left = 2;
  world.hasTime = () => (left -= 1) >= 0;
  await expect(world.run('daily', '2026-11-22')).rejects.toThrow('No time left for the next page');
  expect([world.billed(), world.observed, await world.rows('services-daily', '2026-11')]).toEqual([
    2,
    [],
    [],
  ]);
});

test('a cap that stopped a monthly run is not over because a daily one is shorter', async () => {
  world = await aCostWorld({ ledger: aLedger(), settings: { caps: { run: 4, month: 100 } } });
  await world.run('monthly', '2026-11-21');
  await world.run('daily', '2026-11-22');
  expect(told()).toEqual(['cost/cap open', 'cost/2026-11-22 resolved']);
  world.settings = { ...world.settings, caps: { run: 100, month: 100 } };
  await world.run('monthly', '2026-11-23');
  expect(told().slice(2)).toEqual(['cost/cap resolved']);
  expect((await world.state())?.troubles).toEqual({});
});

test('a refusal that a monthly run met is over once a daily one is answered', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  world.served.switches.enabled = false;
  await world.run('monthly', '2026-11-21');
  world.served.switches.enabled = true;
  await world.run('daily', '2026-11-22');
  expect(told()).toEqual(['cost/access open', 'cost/2026-11-22 resolved', 'cost/access resolved']);
});

test('an answer that cannot be read keeps no other query from being published', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  world.misread.add('regions-monthly');
  const failure = await world.run('monthly', '2026-11-22').catch((error: unknown) => error);
  expect(failure).toMatchObject({ fields: { queries: ['regions-monthly'] } });
  expect(await world.rows('accounts-monthly', '2026-11')).not.toEqual([]);
  expect(await world.rows('regions-monthly', '2026-11')).toEqual([]);
});
