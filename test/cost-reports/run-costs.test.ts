import { afterEach, describe, expect, test } from 'vitest';
import { COST_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aCostWorld, type CostWorld } from '#test/cost-reports/a-cost-world.ts';
import { USUAL_REPORTS } from '#test/cost-reports/some-settings.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';

let world: CostWorld;
afterEach(() => world.close());

/** Two accounts of one name, and a credit, in October; tax and usage in November until the 21st. */
const aLedger = () =>
  ledgerOf([
    aLineItem({ day: '2026-10-05', unblended: '33.86', accountName: 'Blue' }),
    aLineItem({ day: '2026-10-31', account: '000000000002', unblended: '2.5', accountName: 'Blue' }),
    aLineItem({ day: '2026-10-05', unblended: '-33.86', recordType: 'Credit' }),
    aLineItem({ day: '2026-11-03', unblended: '0.0000000289', service: 'Tax', recordType: 'Tax' }),
    aLineItem({ day: '2026-11-21', unblended: '4.5', tags: { team: 'blue' } }),
  ]);
const amount = (rows: Record<string, unknown>[], cells: Record<string, unknown>) =>
  rows.find((row) => Object.entries(cells).every(([name, cell]) => row[name] === cell))?.['amount'];
const net = { basis: 'net_unblended' };

describe('a monthly run', () => {
  test('buys six requests for the usual tables and says so in each of them', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    await world.run('monthly', '2026-11-22');
    expect(world.billed()).toBe(6);
    expect((await world.provenance('services-monthly', '2026-11'))?.requests).toBe(6);
  });

  test('keeps two accounts of one name apart', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    await world.run('monthly', '2026-11-22');
    const rows = (await world.rows('accounts-monthly', '2026-10')).filter(
      ({ basis }) => basis === 'unblended',
    );
    expect(rows.map(({ account, account_name, amount: cost }) => [account, account_name, cost])).toEqual([
      ['000000000001', 'Blue', '-33.86'],
      ['000000000001', 'Blue', '33.86'],
      ['000000000002', 'Blue', '2.5'],
    ]);
  });

  test('shows usage beside the credit that offsets it (awslabs/mcp#1909)', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    await world.run('monthly', '2026-11-22');
    const rows = await world.rows('total-monthly', '2026-10');
    const measures = ['gross', 'credits', 'net'].map((measure) => amount(rows, { ...net, measure }));
    expect(measures).toEqual(['36.36', '-33.86', '2.5']);
  });

  test('marks the open month as partial, the month before not (aws-cost-explorer-report#5)', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    await world.run('monthly', '2026-11-22');
    expect((await world.provenance('total-monthly', '2026-11'))?.partial).toBe(true);
    expect((await world.provenance('total-monthly', '2026-10'))?.partial).toBe(false);
    expect((await world.rows('services-monthly', '2026-11')).every(({ estimated }) => estimated)).toBe(true);
  });

  test('never overwrites what an earlier one was told (aws-cost-explorer-report#5)', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    await world.run('monthly', '2026-11-22');
    const before = [...world.store.files.keys()].filter((key) => key.startsWith('raw/'));
    await world.run('monthly', '2026-11-23');
    const rewritten = world.store.written.filter((key) => before.includes(key));
    expect(rewritten).toHaveLength(before.length);
  });

  test('says of a tag without values that it may not be activated (aws-cost-explorer-report#41)', async () => {
    world = await aCostWorld({
      ledger: aLedger(),
      settings: { tags: ['team', 'stage'] },
      switches: { activeTags: ['stage'] },
    });
    await world.run('monthly', '2026-11-22');
    const said = (await world.notes('tags-monthly', '2026-11')).filter((note) =>
      note.includes('not activated'),
    );
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('the tag team:');
  });

  test('leaves a tag that has values alone', async () => {
    world = await aCostWorld({ ledger: aLedger(), settings: { tags: ['team'] } });
    await world.run('monthly', '2026-11-22');
    expect(await world.notes('tags-monthly', '2026-11')).toEqual([]);
    const rows = await world.rows('tags-monthly', '2026-11');
    expect(amount(rows, { ...net, tag_key: 'team', tag_value: 'blue' })).toBe('4.5');
    expect(amount(rows, { ...net, tag_key: 'team', tag_value: '' })).toBe('0.0000000289');
  });

  test('is whole but for the one reservation report that fails, and names it (aws-cost-explorer-report)', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    world.served.faults.failFrom(1, 'access-denied', 'GetReservationUtilization');
    await world.run('monthly', '2026-11-22');
    expect(await world.rows('services-monthly', '2026-11')).not.toEqual([]);
    expect(world.pages.at(-1)?.provenance.notes.join()).toMatch(/ri-utilization.*is missing.*may not ce:/);
    expect(await world.notes('services-monthly', '2026-11')).toEqual([]);
    expect(world.observed).toEqual([]);
  });

  test('without any costs tells why nothing came of it (aws-cost-explorer-report#33)', async () => {
    world = await aCostWorld({ ledger: ledgerOf() });
    await world.run('monthly', '2026-11-22');
    expect(world.observed).toMatchObject([{ key: 'cost/nothing', part: { status: 'open' } }]);
    expect(world.observed[0]?.summary).toContain('AWS has no costs from 2025-11-01 to 2026-11-23.');
    expect([...world.store.files.keys()].filter((key) => key.startsWith('tables/'))).toEqual([]);
  });

  test('has a last day of the month on the 1st (ravikiranvm/aws-finops-dashboard#47)', async () => {
    world = await aCostWorld({ ledger: aLedger(), settings: { reports: [...COST_REPORTS] } });
    await world.run('monthly', '2026-11-01');
    const rows = await world.rows('accounts-monthly', '2026-10');
    expect(amount(rows, { ...net, account: '000000000002' })).toBe('2.5');
  });

  test('on the 2nd reads a month that a run on the 9th reads again (sustainable-personal-accounts#84)', async () => {
    const late = aLineItem({
      day: '2026-10-20',
      service: 'AWS Support',
      recordType: 'Support',
      unblended: '23.67',
      seenFrom: '2026-11-07',
    });
    const ledger = aLedger();
    ledger.add([late]);
    world = await aCostWorld({ ledger });
    const support = async () =>
      amount(await world.rows('total-monthly', '2026-10'), { ...net, measure: 'support' });
    await world.run('monthly', '2026-11-02');
    expect(await support()).toBe('0');
    await world.run('monthly', '2026-11-09');
    expect(await support()).toBe('23.67');
  });

  test('says whose costs alone it sees', async () => {
    world = await aCostWorld({ ledger: aLedger(), settings: { view: 'account' } });
    await world.run('monthly', '2026-11-22');
    expect((await world.notes('services-monthly', '2026-11'))[0]).toContain('account 000000000001 alone');
  });
});

describe('a daily run', () => {
  const reports = [...USUAL_REPORTS, 'forecast'] as const;

  test('buys three requests and tells a digest with a way to the report', async () => {
    world = await aCostWorld({ ledger: aLedger(), settings: { reports: [...reports] } });
    await world.run('daily', '2026-11-22');
    expect(world.billed()).toBe(3);
    expect(world.observed).toMatchObject([
      {
        key: 'cost/2026-11-22',
        links: [{ url: 'https://reports.example/exports/costs/2026-11.html' }],
      },
    ]);
    expect(world.observed[0]?.actions[0]?.command).toContain('reeve -- cost pull --month 2026-11');
    expect((await world.provenance('forecast', '2026-11'))?.partial).toBe(true);
  });

  test('files costs under the day they began (iandees/aws-billing-to-slack)', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    await world.run('daily', '2026-11-22');
    const rows = await world.rows('services-daily', '2026-11');
    expect(
      rows.filter(({ basis }) => basis === 'unblended').map((row) => [row['period_start'], row['amount']]),
    ).toEqual([
      ['2026-11-03', '0.0000000289'],
      ['2026-11-21', '4.5'],
    ]);
  });

  test('of a new account has no forecast, and all the rest (zoph-io/instance-watcher#38)', async () => {
    world = await aCostWorld({
      ledger: aLedger(),
      settings: { reports: [...reports] },
      switches: { forecast: false },
    });
    await world.run('daily', '2026-11-22');
    expect(world.observed[0]?.summary).toContain('No forecast for November');
    expect(await world.rows('accounts-daily', '2026-11')).not.toEqual([]);
  });

  test('that may not read costs tells who must do what, and no amount', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    world.served.switches.enabled = false;
    await world.run('daily', '2026-11-22');
    expect(world.observed).toHaveLength(1);
    expect(world.observed[0]).toMatchObject({
      key: 'cost/access',
      severity: 'error',
      part: { status: 'open' },
    });
    expect(world.observed[0]?.summary).toContain('Cost Explorer is off in this account');
    expect(world.observed[0]?.summary).not.toContain('$');

    world.served.switches.enabled = true;
    await world.run('daily', '2026-11-23');
    expect(world.observed.slice(1)).toMatchObject([
      { key: 'cost/2026-11-23' },
      { key: 'cost/access', part: { status: 'resolved' } },
    ]);
    await world.run('daily', '2026-11-24');
    expect(world.observed.at(-1)?.key).toBe('cost/2026-11-24');
  });
});

describe('a run that is stopped', () => {
  test('by its cap says so until it has room again, and goes not beyond it (CodexBar#3387)', async () => {
    world = await aCostWorld({ ledger: aLedger(), settings: { caps: { run: 2, month: 100 } } });
    await world.run('monthly', '2026-11-22');
    expect(world.billed()).toBe(2);
    expect(world.observed).toMatchObject([{ key: 'cost/cap', resolvesAt: '2026-12-01T00:00:00.000Z' }]);
    expect(world.pages.at(-1)?.provenance.notes.join()).toContain('2 of 2 billed requests of this run');
    expect((await world.state())?.months['2026-10']?.frozenAt).toBeUndefined();

    world.settings = { ...world.settings, caps: { run: 100, month: 100 } };
    await world.run('monthly', '2026-11-23');
    expect(world.observed.at(-1)).toMatchObject({ key: 'cost/cap', part: { status: 'resolved' } });
  });

  test('by its cap before the first request has nothing else to say', async () => {
    world = await aCostWorld({ ledger: aLedger(), settings: { caps: { run: 0, month: 100 } } });
    await world.run('monthly', '2026-11-22');
    expect(world.observed.map(({ key }) => key)).toEqual(['cost/cap']);
    expect(world.billed()).toBe(0);
  });

  test('by an outage publishes the rest, comes back and buys nothing twice', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    world.failing.add('regions-monthly');
    const failure = await world.run('monthly', '2026-11-22').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RetryLaterError);
    expect(failure).toMatchObject({ afterSeconds: 7, fields: { queries: ['regions-monthly'] } });
    expect(await world.rows('accounts-monthly', '2026-11')).not.toEqual([]);
    expect(await world.rows('regions-monthly', '2026-11')).toEqual([]);
    expect(await world.state()).toBeUndefined();
    const [billed, written] = [world.billed(), world.store.written.length];

    world.failing.clear();
    await world.run('monthly', '2026-11-22');
    expect(await world.rows('regions-monthly', '2026-11')).not.toEqual([]);
    expect([billed, world.billed()]).toEqual([5, 6]);
    const again = world.store.written.slice(written).filter((key) => /^(tables|raw)\/.*services/.test(key));
    expect(again).toEqual([]);
  });

  test('by two questions in a row asks no further one for now: each would be counted as if it were billed', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    for (const name of ['accounts-monthly', 'regions-monthly']) world.failing.add(name);
    const failure = await world.run('monthly', '2026-11-22').catch((error: unknown) => error);
    const named = (failure as RetryLaterError).fields?.['queries'] as string[];
    expect(world.billed()).toBe(1);
    expect(named).toHaveLength(5);

    world.failing.clear();
    await world.run('monthly', '2026-11-22');
    expect(world.billed()).toBe(6);
  });

  test('by the end of its time goes on with the next table', async () => {
    world = await aCostWorld({ ledger: aLedger() });
    let left = 9;
    world.hasTime = () => (left -= 1) >= 0;
    let attempts = 0;
    for (let failed = true; failed && attempts < 20; attempts += 1) {
      failed = await world.run('monthly', '2026-11-22').then(
        () => false,
        (error: unknown) => error instanceof RetryLaterError && error.afterSeconds === 1,
      );
      left = 3;
    }
    expect(attempts).toBeGreaterThan(3);
    const tables = world.store.written.filter((key) => key.startsWith('tables/'));
    expect(new Set(tables).size).toBe(tables.length);
    expect(world.billed()).toBe(6);
  });
});
