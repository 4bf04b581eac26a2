import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GroupedReport, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { addDays, addMonths, dayOf, firstDayOf, monthOf } from '#lambdas/cost-reports/periods.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { amountOf } from '#local/counterparts/cost-explorer/ledger/charge.ts';
import { worldLedger } from '#local/counterparts/organization/world-costs.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { tableOfLedger } from '#test/cost-reports/ledger-tables.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';
import { reportFiles, startCostRun, waitForDay } from '#test/scenarios/play-costs.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DAY_MS = 86_400_000;
const MONTHLY: GroupedReport[] = [
  'total',
  'services',
  'record-types',
  'accounts',
  'commitment-use',
  'regions',
  'tags',
];
const DAILY: GroupedReport[] = ['total', 'services', 'record-types', 'accounts', 'commitment-use'];

let cloud: EmbeddedCloud;
let files: ReturnType<typeof reportFiles>;
/** The day of the first runs, behind that of the freeze. */
let today: string;
let lastMonth: string;

beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
  files = reportFiles(cloud);
  waitForDay(cloud, 17);
  today = dayOf(new Date(cloud.clock.now()).toISOString());
  lastMonth = addMonths(monthOf(today), -1);
});
afterAll(() => cloud.stop());

const run = async (...sets: ('daily' | 'monthly')[]) => {
  const before = billed();
  for (const set of sets) await startCostRun(cloud, set);
  await cloud.settled();
  return billed() - before;
};
const billed = () => billedRequests(cloud.organization.world.costs.billed);
const ledger = () => worldLedger(cloud.organization.world)();
const inOps = () => cloud.products.slack.messages(cloud.products.conversations['ops'] ?? '');
const digests = () => inOps().filter(({ text, thread_ts }) => text.includes('AWS costs') && !thread_ts);
const documentOf = (table: string, month: string) =>
  JSON.parse(files.read(`exports/${table}/${month}.json`).toString()) as {
    provenance: { partial: boolean; requests: number; notes: string[] };
  };

/** The rows of an exported file as amounts by start, keys and basis, as the bill gives them. */
function exported(report: GroupedReport, isDaily: boolean, month: string): Map<string, string> {
  const { name, columns } = groupedTable(report, isDaily ? 'DAILY' : 'MONTHLY');
  const keys = columns
    .map((column) => column.name)
    .filter(
      (column) =>
        !/^(period_end|granularity|account_name|currency|amount|estimated|fetched_at)$/.test(column),
    );
  const rows = parse<Record<string, string>>(files.read(`exports/${name}/${month}.csv`), { columns: true });
  return new Map(rows.map((row) => [keys.map((key) => row[key]).join('|'), row['amount'] ?? '']));
}

describe('the first runs', () => {
  it('buy nine requests for thirteen months and three for the days, however many files come of them', async () => {
    expect(await run('monthly')).toBe(9);
    expect(await run('daily')).toBe(3);

    expect(files.keys('raw/')).toHaveLength(12);
    expect(files.keys('exports/total-monthly/').filter((key) => key.endsWith('.csv'))).toHaveLength(13);
    expect(files.keys('exports/costs/').filter((key) => key.endsWith('.html'))).toHaveLength(13);
    expect(cloud.queues.names().flatMap((name) => cloud.queues.inspect(name))).toEqual([]);
  });

  it.each([
    ...MONTHLY.map((report) => [report, 'month'] as const),
    ...DAILY.map((report) => [report, 'day'] as const),
  ])('%s by %s is the bill of the accounts to the tenth decimal', (report, by) => {
    for (const month of [lastMonth, monthOf(today)]) {
      const isDaily = by === 'day';
      const expected = tableOfLedger(ledger(), report, { month, before: today, isDaily, tag: 'owner' });
      expect(exported(report, isDaily, month), month).toEqual(expected);
      expect(expected.size).toBeGreaterThan(0);
    }
  });

  it('give last month the net that its accounts paid', () => {
    const paid = ledger()
      .charges(lastMonth)
      .filter(({ seenFrom = '' }) => seenFrom <= today)
      .reduce((sum, charge) => sum + amountOf(charge, 'UnblendedCost'), 0n);

    const net = exported('total', false, lastMonth).get(`${firstDayOf(lastMonth)}|net|unblended`);
    expect(net).toBe(formatDecimal(paid));
    expect(documentOf('total-monthly', lastMonth).provenance).toMatchObject({ partial: false, requests: 9 });
    expect(documentOf('total-monthly', monthOf(today)).provenance.partial).toBe(true);
  });
});

describe('the digest in Slack', () => {
  it('is one message with the costs of yesterday and a link to the page of the month', () => {
    expect(digests()).toHaveLength(1);
    const { text = '', blocks } = digests()[0] ?? {};
    const shown = JSON.stringify(blocks);

    expect(text).toMatch(/AWS costs: \$[\d,.]+ net, \$[\d,.]+ gross on 16 /);
    expect(shown).toContain(encodeURIComponent(`exports/costs/${monthOf(today)}.html`));
    expect(shown).toContain(`npm run reeve -- cost pull --month ${monthOf(today)}`);
  });

  it('has its chart in the thread, with words for those who cannot see it', () => {
    const replies = inOps().filter(({ thread_ts }) => thread_ts === digests()[0]?.ts);
    const pictures = replies.flatMap(({ files: shared = [] }) => shared);
    const [chart] = files.keys('exports/').filter((key) => key.endsWith('.png'));

    expect(pictures).toHaveLength(1);
    expect(pictures[0]).toMatchObject({ title: 'Costs by day' });
    expect(pictures[0]?.alt).toMatch(/^Bars of the costs of each day in USD/);
    expect(pictures[0]?.src).toBe(`data:image/png;base64,${files.read(chart ?? '').toString('base64')}`);
  });
});

describe('the days after', () => {
  it('a day later three more requests are bought and a digest of its own is told', async () => {
    cloud.clock.advance(DAY_MS);
    expect(await run('daily')).toBe(3);

    expect(digests()).toHaveLength(2);
    expect(digests()[1]?.text).toContain('on 17 ');
    const tomorrow = addDays(today, 1);
    expect(exported('services', true, monthOf(today))).toEqual(
      tableOfLedger(ledger(), 'services', { month: monthOf(today), before: tomorrow, isDaily: true }),
    );
  });

  it('the next monthly run buys a check of what is frozen, and reads what AWS has restated since', async () => {
    const key = `tables/report=services-monthly/month=${lastMonth}/part-0.ndjson.gz`;
    const former = files.read(key);
    const refund = { service: 'Amazon Redshift', recordType: 'Refund', unblended: '-12.3456789' };
    const { world } = cloud.organization;
    world.costs.items.push(aLineItem({ day: `${lastMonth}-09`, account: world.hubAccount, ...refund }));
    world.costExplorer.allocationTags['owner'] = 'Inactive';
    waitForDay(cloud, 17);
    today = dayOf(new Date(cloud.clock.now()).toISOString());
    expect(await run('monthly')).toBe(10);

    expect(exported('services', false, lastMonth)).toEqual(
      tableOfLedger(ledger(), 'services', { month: lastMonth, before: today, isDaily: false }),
    );
    const [kept = ''] = files.keys(`superseded/report=services-monthly/month=${lastMonth}/`);
    expect(files.read(kept).equals(former)).toBe(true);
    expect(documentOf('total-monthly', lastMonth).provenance.notes.join()).toMatch(
      /AWS restated .* Refund -12\.3456789 /,
    );
  });

  it('a tag that is not activated any more is said to be none (aws-cost-explorer-report#41)', () => {
    expect(documentOf('tags-monthly', monthOf(today)).provenance.notes.join()).toMatch(
      /No cost has a value of the tag owner.*not activated/,
    );
  });
});
