import { afterEach, expect, test } from 'vitest';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aCostWorld, type CostWorld } from '#test/cost-reports/a-cost-world.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';

let world: CostWorld;
afterEach(() => world.close());

test('pages are of the months with costs that were written, with all that a reader must know', async () => {
  const ledger = ledgerOf([
    aLineItem({ day: '2026-10-05' }),
    aLineItem({ day: '2026-11-05', recordType: 'Moon fee' }),
  ]);
  world = await aCostWorld({ ledger, settings: { reports: ['services', 'ri-recommendations'] } });
  await world.run('monthly', '2026-11-22');
  expect(world.pages.map(({ month, provenance }) => [month, provenance.partial])).toEqual([
    ['2026-10', false],
    ['2026-11', true],
  ]);
  expect(world.pages.at(-1)?.provenance).toMatchObject({
    run: '2026-11-22T090000Z-monthly',
    source: 'Cost Explorer',
    requests: 2,
    notes: ['Moon fee is a kind of charge that Reeve does not know: it is in other.'],
  });
});

test('a month between others without costs is named (hystax/optscale#813)', async () => {
  const ledger = ledgerOf([aLineItem({ day: '2026-08-05' }), aLineItem({ day: '2026-10-05' })]);
  world = await aCostWorld({ ledger });
  await world.run('monthly', '2026-11-22');
  expect(world.pages.at(-1)?.provenance.notes).toEqual(['AWS has no costs of 2026-09.']);
});

test('a run without time for a page goes on with pages when it comes back', async () => {
  const ledger = ledgerOf([aLineItem({ day: '2026-10-05' }), aLineItem({ day: '2026-11-05' })]);
  world = await aCostWorld({ ledger, settings: { reports: ['services'] } });
  // One page of Cost Explorer, two tables, and the first page.
  let left = 4;
  world.hasTime = () => (left -= 1) >= 0;
  await expect(world.run('monthly', '2026-11-22')).rejects.toThrow('No time left for the next page');
  expect(world.pages.map(({ month }) => month)).toEqual(['2026-10']);
  left = 2;
  await world.run('monthly', '2026-11-22');
  expect(world.pages.map(({ month }) => month)).toEqual(['2026-10', '2026-10', '2026-11']);
  expect(world.billed()).toBe(1);
});

test('a month that only a forecast is known of has no page yet', async () => {
  world = await aCostWorld({
    ledger: ledgerOf([aLineItem({ day: '2026-09-05' }), aLineItem({ day: '2026-10-05' })]),
    settings: { reports: ['services', 'forecast'] },
  });
  await world.run('daily', '2026-11-01');
  expect(await world.provenance('forecast', '2026-11')).toBeDefined();
  expect(world.pages.map(({ month }) => month)).toEqual(['2026-09', '2026-10']);
});
