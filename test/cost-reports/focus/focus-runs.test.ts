import { expect, test } from 'vitest';
import { aFocusRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { aFocusWorld } from '#test/cost-reports/focus/a-focus-world.ts';
import { anExport } from '#test/cost-reports/focus/an-export.ts';

const months = (exported: ReturnType<typeof anExport>, ...names: string[]) =>
  names.forEach((month) =>
    exported.deliver(month, [aFocusRow({ day: `${month}-05` }), aFocusRow({ day: `${month}-06` })]),
  );

test('a run without an export says so, and publishes nothing that looks like no costs', async () => {
  const world = aFocusWorld(anExport());

  await world.run('monthly', '2026-11-22');
  await world.run('daily', '2026-11-22');

  expect(world.store.written.filter((key) => key.startsWith('tables/'))).toEqual([]);
  expect(world.observed.map(({ kind, summary }) => [kind, summary])).toContainEqual([
    'observation',
    expect.stringContaining('s3://billing/exports/focus/ is empty'),
  ]);
});

test('a charge of a category that is new counts as other, and is named (ChargeCategory)', async () => {
  const exported = anExport();
  exported.deliver('2026-10', [aFocusRow({ ChargeCategory: 'Rebate', BilledCost: '-3' })]);
  const world = aFocusWorld(exported);
  await world.run('monthly', '2026-11-22');

  const total = await world.table('total', 'MONTHLY', '2026-10');

  expect(total.get('2026-10-01|other|unblended')).toBe('-3');
  expect((await world.provenance('total-monthly', '2026-10'))?.notes).toContainEqual(
    expect.stringContaining('Rebate is a kind of charge that Reeve does not know'),
  );
});

test('a frozen month is not read again until its files change, and is then restated', async () => {
  const exported = anExport();
  months(exported, '2026-09', '2026-10', '2026-11');
  const world = aFocusWorld(exported);
  await world.run('monthly', '2026-11-22');
  expect((await world.state())?.months['2026-10']?.frozenAt).toBeDefined();
  // The drift check asks another question than the first run did.
  await world.run('monthly', '2026-11-23');
  const before = exported.reads().length;

  await world.run('monthly', '2026-11-24');
  expect(exported.reads().slice(before)).toEqual([expect.stringContaining('=2026-11/')]);

  exported.deliver('2026-09', [aFocusRow({ day: '2026-09-05', BilledCost: '7' })]);
  await world.run('monthly', '2026-11-25');
  const total = await world.table('total', 'MONTHLY', '2026-09');

  expect(total.get('2026-09-01|net|net_unblended')).toBe('7');
  expect((await world.state())?.months['2026-09']?.restatements).toHaveLength(1);
});

test('reports that an export does not hold keep no other from being there', async () => {
  const exported = anExport();
  months(exported, '2026-10', '2026-11');
  const world = aFocusWorld(exported);

  await world.run('monthly', '2026-11-22');

  expect(await world.provenance('ri-coverage', '2026-10')).toBeUndefined();
  expect(await world.table('services', 'MONTHLY', '2026-10')).toHaveProperty('size', 4);
  expect(world.observed).toEqual([]);
});
