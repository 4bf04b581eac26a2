import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aCostWorld, type CostWorld } from '#test/cost-reports/a-cost-world.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';

let world: CostWorld;
afterEach(() => world.close());

const aLedger = () =>
  ledgerOf(
    ['2026-08-07', '2026-09-07', '2026-10-07', '2026-11-07'].map((day) =>
      aLineItem({ day, unblended: '10', tags: { team: 'blue' } }),
    ),
  );
const frozen = async () =>
  Object.entries((await world.state())?.months ?? {}).flatMap(([month, { frozenAt }]) =>
    frozenAt ? [month] : [],
  );
const net = async (table: string, month: string) =>
  (await world.rows(table, month)).find(({ basis }) => basis === 'net_unblended')?.['amount'];
const tablesSince = (count: number) =>
  world.store.written.slice(count).filter((key) => key.startsWith('tables/'));

test.each([
  ['2026-11-14', '2026-09'],
  ['2026-11-15', '2026-10'],
])('on %s the last month that is frozen is %s', async (day, last) => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', day);
  expect((await frozen()).at(-1)).toBe(last);
});

test('a month that AWS still calls estimated is not frozen, whatever the day', async () => {
  world = await aCostWorld({ ledger: aLedger(), switches: { estimated: { '2026-10': true } } });
  await world.run('monthly', '2026-11-22');
  expect((await frozen()).at(-1)).toBe('2026-09');
});

test('a month is not frozen while one of its tables waits for a permission', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  world.served.faults.failFrom(1, 'access-denied', 'GetReservationCoverage');
  await world.run('monthly', '2026-11-22');
  expect(await frozen()).toEqual([]);
});

test('frozen months are not written again', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-22');
  const before = world.store.written.length;
  await world.run('monthly', '2026-11-23');
  expect(tablesSince(before).filter((key) => !key.includes('month=2026-11'))).toEqual([]);
});

test('the drift check costs one request', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-22');
  await world.run('monthly', '2026-11-23');
  expect(world.billed()).toBe(6 + 7);
});

test('a frozen month that AWS restates is read anew in the same requests, both versions kept', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-22');
  world.served.ledger.add([
    aLineItem({ day: '2026-08-09', recordType: 'Refund', unblended: '-3.0000000001' }),
  ]);
  world.served.ledger.add([aLineItem({ day: '2026-11-09', unblended: '5' })]);
  const before = world.store.written.length;
  await world.run('monthly', '2026-11-23');

  expect(world.billed()).toBe(6 + 7);
  expect(tablesSince(before).some((key) => key.includes('month=2026-08'))).toBe(true);
  expect(tablesSince(before).some((key) => key.includes('month=2026-09'))).toBe(false);
  const measures = (await world.rows('total-monthly', '2026-08')).filter(
    ({ basis }) => basis === 'net_unblended',
  );
  expect(measures.find(({ measure }) => measure === 'net')?.['amount']).toBe('6.9999999999');
  const former = world.store.files.get(
    'superseded/report=total-monthly/month=2026-08/run=2026-11-23T090000Z-monthly/part-0.ndjson.gz',
  );
  expect(gunzipSync(former ?? '').toString()).toContain('"amount":"10"');
  expect((await world.notes('regions-monthly', '2026-08')).join()).toContain(
    'AWS restated 2026-08 after it was final: Refund -3.0000000001 (on every basis).',
  );
  expect((await world.state())?.months['2026-08']).toMatchObject({
    frozenAt: '2026-11-23T09:00:00.000Z',
    restatements: [
      { run: '2026-11-23T090000Z-monthly', difference: 'Refund -3.0000000001 (on every basis)' },
    ],
  });
  expect((await world.notes('regions-monthly', '2026-11')).join()).not.toContain('restated');

  await world.run('monthly', '2026-11-24');
  expect((await world.state())?.months['2026-08']?.restatements).toHaveLength(1);
  world.served.ledger.add([aLineItem({ day: '2026-08-10' })]);
  await world.run('monthly', '2026-11-25');
  expect((await world.state())?.months['2026-08']?.restatements).toHaveLength(2);
});

test('a repeat of a run that restates keeps what stood before, not what it wrote itself', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-22');
  world.served.ledger.add([aLineItem({ day: '2026-08-09', recordType: 'Refund', unblended: '-3' })]);
  world.failing.add('regions-monthly');
  await expect(world.run('monthly', '2026-11-23')).rejects.toThrow('Queries of a cost run failed');
  world.failing.clear();
  // As after a death between a table and the note that it is written.
  world.store.files.delete('state/cost-reports/progress.json');
  await world.run('monthly', '2026-11-23');

  const kept = [...world.store.files].filter(([key]) => key.startsWith('superseded/report=services-monthly'));
  expect(kept.map(([, bytes]) => gunzipSync(bytes).toString().includes('Refund'))).toEqual([false]);
  expect((await world.state())?.months['2026-08']?.restatements).toHaveLength(1);
});

test('a frozen month that AWS has nothing of any more stays as it is stored', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-22');
  world.served.ledger.add([]);
  const charges = world.served.ledger.charges('2026-08');
  (charges as unknown[]).length = 0;
  await world.run('monthly', '2026-11-23');
  expect(await net('services-monthly', '2026-08')).toBe('10');
  expect((await world.state())?.months['2026-08']?.restatements).toEqual([]);
  expect(world.pages.at(-1)?.provenance.notes).toContain(
    'AWS has nothing of 2026-08 any more; what is stored stays.',
  );
});

test('an open month that AWS has nothing of any more stays as it is stored, and it is said', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-08');
  (world.served.ledger.charges('2026-10') as unknown[]).length = 0;
  await world.run('monthly', '2026-11-09');
  expect(await net('services-monthly', '2026-10')).toBe('10');
  expect((await world.state())?.months['2026-10']).toMatchObject({
    run: '2026-11-08T090000Z-monthly',
    sums: { Usage: { unblended: '10' } },
  });
  expect(await world.notes('services-monthly', '2026-11')).toContain(
    'AWS has nothing of 2026-10 any more; what is stored stays.',
  );
});

test('days of a frozen month are read anew each day, and no copies of them are kept', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-22');
  await world.run('daily', '2026-11-22');
  await world.run('daily', '2026-11-23');
  expect([...world.store.files.keys()].filter((key) => key.startsWith('superseded/'))).toEqual([]);
  const read = (await world.rows('services-daily', '2026-10')).map(({ fetched_at }) => fetched_at);
  expect(new Set(read)).toEqual(new Set(['2026-11-23T09:00:00.000Z']));
});

test('a month without any costs is final as well, and one that AWS gave nothing of is said by days too', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-08');
  expect((await frozen()).slice(0, 2)).toEqual(['2025-11', '2025-12']);
  (world.served.ledger.charges('2026-10') as unknown[]).length = 0;
  await world.run('daily', '2026-11-09');
  expect(await world.notes('services-daily', '2026-11')).toContain(
    'AWS has nothing of 2026-10 any more; what is stored stays.',
  );
});

test('the page of a month says what this run makes of it: kept as final, and restated', async () => {
  world = await aCostWorld({ ledger: aLedger() });
  await world.run('monthly', '2026-11-22');
  expect(world.pages.find(({ month }) => month === '2026-08')?.state?.frozenAt).toBe(
    '2026-11-22T09:00:00.000Z',
  );
  world.served.ledger.add([aLineItem({ day: '2026-08-09', recordType: 'Refund', unblended: '-3' })]);
  await world.run('monthly', '2026-11-23');
  expect(world.pages.findLast(({ month }) => month === '2026-08')?.state?.restatements).toHaveLength(1);
});

test('a tag that was added later is read for frozen months too, and the rows of the others stay', async () => {
  world = await aCostWorld({ ledger: aLedger(), settings: { tags: ['team'] } });
  await world.run('monthly', '2026-11-22');
  world.settings = { ...world.settings, tags: ['team', 'stage'] };
  await world.run('monthly', '2026-11-23');
  const rows = (await world.rows('tags-monthly', '2026-08')).filter(({ basis }) => basis === 'unblended');
  expect(
    rows.map(({ tag_key, fetched_at }) => `${String(tag_key)} ${String(fetched_at).slice(0, 10)}`).sort(),
  ).toEqual(['stage 2026-11-23', 'team 2026-11-22']);
});

test('a refused tag leaves its former rows where they are, and says so', async () => {
  world = await aCostWorld({ ledger: aLedger(), settings: { tags: ['team', 'stage'] } });
  await world.run('monthly', '2026-11-22');
  world.failing.add('tag-team-monthly');
  await expect(world.run('monthly', '2026-11-23')).rejects.toThrow('Queries of a cost run failed');
  const rows = await world.rows('tags-monthly', '2026-11');
  expect(
    new Set(rows.map(({ tag_key, fetched_at }) => `${String(tag_key)} ${String(fetched_at).slice(0, 10)}`)),
  ).toEqual(new Set(['stage 2026-11-23', 'team 2026-11-22']));
  expect((await world.notes('tags-monthly', '2026-11')).join()).toContain(
    'tag-team-monthly is missing or of an earlier run',
  );
});

test('a tag that was left out for a while is read for all months when it comes back', async () => {
  world = await aCostWorld({ ledger: aLedger(), settings: { tags: ['team'] } });
  await world.run('monthly', '2026-11-22');
  world.settings = { ...world.settings, tags: [] };
  await world.run('monthly', '2026-11-23');
  await world.run('daily', '2026-11-23');
  expect(Object.keys((await world.state())?.pages ?? {})).not.toContain('tag-team-monthly');
  expect(Object.keys((await world.state())?.pages ?? {})).toContain('services-monthly');
});
