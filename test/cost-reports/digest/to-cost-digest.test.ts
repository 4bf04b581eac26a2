import { describe, expect, test } from 'vitest';
import type { CostSummary, Mover } from '#lambdas/cost-reports/cost-summary.ts';
import { toCostDigest } from '#lambdas/cost-reports/digest/to-cost-digest.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { aSummary, spent } from '#test/cost-reports/digest/a-summary.ts';

const digestOf = (overrides?: Partial<CostSummary>) =>
  toCostDigest(aSummary(overrides), { answered: 3, links: [], actions: [] });
const linesOf = (overrides?: Partial<CostSummary>) => digestOf(overrides).summary.split(/\n+/);

test('a digest is told once a day and is resolved from the start', () => {
  expect(digestOf()).toMatchObject({
    key: 'cost/2026-11-22',
    source: 'cost',
    severity: 'info',
    labels: { kind: ['digest'] },
    part: {
      status: 'resolved',
      orderedBy: [
        ['fetchedAt', Date.parse('2026-11-22T09:00:07Z')],
        ['answered', 3],
      ],
    },
  });
});

test('links, actions and the picture are those of the run', () => {
  const links = [{ label: 'Report', url: 'https://example.com/report' }];
  const actions = [{ id: 'pull', label: 'Get the files', command: 'npm run reeve -- cost pull' }];

  const attachments = [
    { title: 'Costs by day', alt: 'A chart', bucket: 'reeve', key: 'exports/costs/x.png' },
  ];
  const more = { links, actions, attachments };

  expect(toCostDigest(aSummary(), { answered: 3, ...more })).toMatchObject(more);
});

test('the usual day', () => {
  expect(digestOf().title).toBe('AWS costs: $1,234.56 on 21 November');
  expect(linesOf()).toEqual([
    'Yesterday, 21 November: $1,234.56',
    'Last 7 days: $8,123.45; +12.3% on the 7 days before: $7,231.12',
    '1–21 November: $25,000.00; +8.1% on 1–21 October: $23,123.00',
    'Forecast for November: $35,714.29 (80% prediction interval: $34,000.00 to $37,500.00)',
    'Unblended costs, estimated until AWS closes the month. Read from Cost Explorer on 22 November 2026, 09:00 UTC.',
  ]);
});

test('a day that credits make free shows both, not $0 alone (awslabs/mcp#1909)', () => {
  const yesterday = spent({ Usage: '33.86', Credit: '-33.86' });

  expect(digestOf({ yesterday }).title).toBe('AWS costs: $0.00 net, $33.86 gross on 21 November');
  expect(linesOf({ yesterday })[0]).toBe('Yesterday, 21 November: $0.00 net, $33.86 gross, -$33.86 credits');
});

test('refunds stand apart from credits', () => {
  const [yesterday] = linesOf({ yesterday: spent({ Usage: '10', Credit: '-1', Refund: '-20' }) });

  expect(yesterday).toBe(
    'Yesterday, 21 November: -$11.00 net, $10.00 gross, -$1.00 credits, -$20.00 refunds',
  );
});

test.each([
  ['0.0004', '<$0.01'],
  ['-0.0000000289', '-<$0.01'],
  ['0', '$0.00'],
  ['0.005', '$0.01'],
  ['1234567.891', '$1,234,567.89'],
])('%s is shown as %s: what is tiny does not vanish (slack-aws-cost-guardian)', (amount, words) => {
  expect(linesOf({ yesterday: spent({ Usage: amount }) })[0]).toBe(`Yesterday, 21 November: ${words}`);
});

test('a week that holds the 1st is compared without what is billed once a month', () => {
  const { week } = aSummary();
  const current = spent({ Usage: '110', Tax: '20', SavingsPlanRecurringFee: '400' });
  const lines = linesOf({ week: { ...week, current, previous: spent({ Usage: '100' }) } });

  expect(lines[1]).toBe(
    'Last 7 days: $530.00; +10.0% without recurring fees, tax on the 7 days before: $100.00',
  );
});

test('a month is compared without support, which AWS bills when it is over', () => {
  const { monthToDate } = aSummary();
  const previous = spent({ Usage: '100', Tax: '5', Support: '50' });
  const lines = linesOf({
    monthToDate: { ...monthToDate, current: spent({ Usage: '105', Tax: '5' }), previous },
  });

  expect(lines[2]).toBe('1–21 November: $110.00; +4.8% without support on 1–21 October: $155.00');
});

test('another currency bears its name', () => {
  expect(digestOf({ currency: 'CNY' }).title).toBe('AWS costs: CNY 1,234.56 on 21 November');
});

describe('late data (sustainable-personal-accounts#130)', () => {
  const late: Partial<CostSummary> = {
    lastDay: '2026-11-19',
    lagDays: 2,
    yesterday: spent({}),
    monthToDate: { ...aSummary().monthToDate, period: { start: '2026-11-01', end: '2026-11-20' } },
  };

  test('is said, and no day that AWS owes is $0', () => {
    expect(digestOf(late).title).toBe('AWS costs: 21 November is not known yet');
    expect(linesOf(late).slice(0, 3)).toEqual([
      'Yesterday, 21 November: not known yet. The data of AWS ends with 19 November, 2 days late.',
      '7 days to 19 November: $8,123.45; +12.3% on the 7 days before: $7,231.12',
      '1–19 November: $25,000.00; +8.1% on 1–21 October: $23,123.00',
    ]);
    expect(digestOf(late).summary).not.toContain('$0.00');
  });

  test('leaves a forecast short of the days between, but not of a month that begins', () => {
    const forecastOn = (today: string) => linesOf({ today, lagDays: 2, lastDay: '2026-11-19' })[3];
    expect(forecastOn('2026-11-22')).toMatch(/to \$37,500.00\), without the days not known yet$/);
    expect(forecastOn('2026-12-01')).toMatch(/to \$37,500.00\)$/);
  });

  test('may leave nothing of a month', () => {
    const empty = { ...aSummary().monthToDate, period: { start: '2026-11-01', end: '2026-11-01' } };

    expect(linesOf({ ...late, monthToDate: empty })[2]).toBe('November: not known yet');
  });
});

test('an account without costs is told so, without an amount', () => {
  const { lastDay: _lastDay, ...none } = aSummary({
    forecast: { state: 'none', month: '2026-11', reason: 'x' },
  });
  const digest = toCostDigest(none, { answered: 3, links: [], actions: [] });

  expect(digest.title).toBe('AWS costs: none known yet');
  expect(digest.summary).not.toContain('$');
});

test('on the 1st whole months are compared (aws-finops-dashboard#11)', () => {
  const month = {
    ...aSummary().monthToDate,
    period: { start: '2026-11-01', end: '2026-12-01' },
    previousPeriod: { start: '2026-10-01', end: '2026-11-01' },
  };

  expect(linesOf({ today: '2026-12-01', monthToDate: month })[2]).toBe(
    'November: $25,000.00; +8.1% on October: $23,123.00',
  );
});

test('without a forecast the rest is whole, and the reason is told (instance-watcher#38)', () => {
  const forecast = { state: 'none' as const, month: '2026-11', reason: 'AWS has too little data' };

  expect(linesOf({ forecast })[3]).toBe('No forecast for November: AWS has too little data.');
  expect(linesOf({ forecast })).toHaveLength(5);
});

test.each([
  ['100', '0', 'Last 7 days: $100.00; nothing in the 7 days before'],
  ['100', '-5', 'Last 7 days: $100.00; +$105.00 on the 7 days before: -$5.00'],
  ['5000', '1', 'Last 7 days: $5,000.00; +$4,999.00 on the 7 days before: $1.00'],
  ['0', '10', 'Last 7 days: $0.00; -100.0% on the 7 days before: $10.00'],
  ['10', '10', 'Last 7 days: $10.00; 0.0% on the 7 days before: $10.00'],
])('a week of %s after one of %s has a change that says something', (now, before, line) => {
  const week = { ...aSummary().week, current: spent({ Usage: now }), previous: spent({ Usage: before }) };

  expect(linesOf({ week })[1]).toBe(line);
});

test.each([
  ['credits made free', { Usage: '33.86', Credit: '-33.86' }, { Usage: '5' }, '+$5.00 on the 7 days before'],
  ['leaves less than nothing', { Usage: '10' }, { Usage: '2', Credit: '-4' }, '-$12.00 on the 7 days before'],
])('a week that %s is compared in money', (_, previous, current, words) => {
  const [, week] = linesOf({
    week: { ...aSummary().week, previous: spent(previous), current: spent(current) },
  });
  expect(week).toContain(words);
});

test('a week without one to compare it with stands alone', () => {
  const { previous: _previous, ...week } = aSummary().week;

  expect(linesOf({ week })[1]).toBe('Last 7 days: $8,123.45');
});

describe('movers', () => {
  const mover = (kind: Mover['kind'], key: string, change: string, more: Partial<Mover> = {}): Mover => {
    const amount = parseDecimal(change);
    const current = parseDecimal('2000') + amount;
    return { kind, key, change: amount, current, previous: parseDecimal('2000'), reason: 'new', ...more };
  };
  const shown = (movers: Mover[]) => linesOf({ movers }).filter((line) => /^•|^Moved/.test(line));

  test('are told with change, reason and what they are at now', () => {
    const account = mover('account', '111122223333', '-500', { name: 'payments-prod', reason: 'gone' });

    expect(shown([mover('service', 'Amazon EC2', '812.4'), account])).toEqual([
      'Moved most, week against week:',
      '• +$812.40 Amazon EC2: new, now $2,812.40',
      '• -$500.00 payments-prod (111122223333): gone, now $1,500.00',
    ]);
  });

  test('are five services and three accounts at most, and none that hardly moved', () => {
    const services = Array.from({ length: 9 }, (_, index) => mover('service', `S${index}`, '100'));
    const accounts = Array.from({ length: 9 }, (_, index) => mover('account', `A${index}`, '100'));

    expect(shown([...services, ...accounts])).toHaveLength(1 + 5 + 3);
    expect(shown([mover('service', 'Amazon S3', '80')])).toEqual([]);
  });

  test('give way before what stands last is cut off', () => {
    const long = 'x'.repeat(500);
    const movers = (['service', 'account'] as const).flatMap((kind) =>
      [1, 2, 3, 4, 5].map((size) => mover(kind, `${size}${long}`, '900', { name: long, reason: long })),
    );
    const notes = Array.from({ length: 9 }, () => long);
    const untagged = Array.from({ length: 5 }, () => ({
      tagKey: long,
      month: '2026-10',
      untagged: 1n,
      total: 3n,
    }));
    const { summary } = digestOf({ movers, notes, untagged });

    expect(summary.length).toBeLessThanOrEqual(2700);
    expect(summary.match(/^•/gm)?.length).toBeGreaterThan(3);
    expect(summary).toMatch(/And 5 more notes in the report\.\nUnblended costs.*UTC\.$/);
  });
});

test('the untagged share is told by tag', () => {
  const share = {
    tagKey: 'team',
    month: '2026-10',
    untagged: parseDecimal('123'),
    total: parseDecimal('1000'),
  };

  expect(linesOf({ untagged: [share] })).toContain('Without the tag team: 12.3% of October ($123.00).');
});

test('a tag that nothing has is asked about (aws-cost-explorer-report#41)', () => {
  const all = { tagKey: 'team', month: '2026-10', untagged: 5n, total: 5n };
  const nothing = { tagKey: 'env', month: '2026-10', untagged: 0n, total: 0n };
  const lines = linesOf({ untagged: [all, nothing] });

  expect(lines).toContain(
    'Without the tag team: 100.0% of October (<$0.01). Is it activated as a cost allocation tag?',
  );
  expect(lines.filter((line) => line.includes('tag env'))).toEqual([]);
});

test('a closed month is not called estimated', () => {
  const days = [{ day: '2026-11-21', measures: spent({}), estimated: false }];

  expect(linesOf({ basis: 'net_amortized', days }).at(-1)).toMatch(/^Net amortized costs\. Read from/);
});
