import { describe, expect, test } from 'vitest';
import { readLines } from '#lambdas/cost-reports/cost-explorer/read-lines.ts';
import type { GroupKey } from '#lambdas/cost-reports/cost-query.ts';
import { formatDecimal, parseDecimal } from '#lambdas/runtime/decimal.ts';
import { aUsageAnswer, metrics } from '#test/cost-reports/cost-explorer/a-usage-answer.ts';

const BY_SERVICE: GroupKey[] = [{ type: 'DIMENSION', key: 'SERVICE' }];
const BY_ACCOUNT: GroupKey[] = [{ type: 'DIMENSION', key: 'LINKED_ACCOUNT' }];
const byTag = (key: string): GroupKey[] => [{ type: 'TAG', key }];
const read = (answer: unknown, groupBy: GroupKey[], names = new Map<string, string>()) =>
  readLines(answer, { groupBy }, { names });

test('a group of a period is a line with the period, its keys and every basis', () => {
  const costs = metrics({
    UnblendedCost: '12.5',
    AmortizedCost: '11',
    NetUnblendedCost: '10.25',
    NetAmortizedCost: '9',
  });
  const answer = aUsageAnswer([{ start: '2026-10-01', groups: [[['Amazon EC2', 'Usage'], costs]] }]);
  const groupBy = [...BY_SERVICE, { type: 'DIMENSION', key: 'RECORD_TYPE' } as const];

  expect(read(answer, groupBy)).toEqual([
    {
      start: '2026-10-01',
      end: '2026-11-01',
      estimated: false,
      keys: ['Amazon EC2', 'Usage'],
      keyNames: [undefined, undefined],
      amounts: {
        unblended: parseDecimal('12.5'),
        amortized: parseDecimal('11'),
        net_unblended: parseDecimal('10.25'),
        net_amortized: parseDecimal('9'),
      },
      currency: 'USD',
    },
  ]);
});

describe('keys', () => {
  test('two accounts of one name stay two lines, told apart by their ids (aws-cost-explorer-report)', () => {
    const groups = [
      [['012345678901'], '1'],
      [['000000000042'], '2'],
    ] as const;
    const names = new Map([
      ['012345678901', 'sandbox'],
      ['000000000042', 'sandbox'],
    ]);
    const lines = read(aUsageAnswer([{ start: '2026-10-01', groups }]), BY_ACCOUNT, names);

    expect(lines.map(({ keys, keyNames }) => [...keys, ...keyNames])).toEqual([
      ['012345678901', 'sandbox'],
      ['000000000042', 'sandbox'],
    ]);
  });

  test('a service that is called like an account id bears no name', () => {
    const answer = aUsageAnswer([{ start: '2026-10-01', groups: [[['012345678901'], '1']] }]);

    expect(read(answer, BY_SERVICE, new Map([['012345678901', 'sandbox']]))[0]?.keyNames).toEqual([
      undefined,
    ]);
  });

  test.each([
    { key: 'team', written: 'team$blue', value: 'blue' },
    { key: 'team', written: 'team$', value: '' },
    { key: 'cost$center', written: 'cost$center$4$2', value: '4$2' },
    { key: 'team', written: 'team$team$blue', value: 'team$blue' },
    { key: 'team', written: 'blue', value: 'blue' },
  ])('of $written, by the tag $key, the value is "$value"', ({ key, written, value }) => {
    const answer = aUsageAnswer([{ start: '2026-10-01', groups: [[[written], '1']] }]);

    expect(read(answer, byTag(key))[0]?.keys).toEqual([value]);
    expect(read(answer, [{ type: 'COST_CATEGORY', key }])[0]?.keys).toEqual([value]);
  });

  test('a dimension keeps its $', () => {
    const answer = aUsageAnswer([{ start: '2026-10-01', groups: [[['SERVICE$x'], '1']] }]);

    expect(read(answer, BY_SERVICE)[0]?.keys).toEqual(['SERVICE$x']);
  });

  test('a group with fewer keys than asked for is an error', () => {
    const answer = aUsageAnswer([{ start: '2026-10-01', groups: [[['Amazon EC2'], '1']] }]);

    expect(() => read(answer, [...BY_SERVICE, ...BY_ACCOUNT])).toThrow('other keys than asked');
  });
});

describe('periods without groups', () => {
  const zero = metrics({});

  test.each([
    { what: 'an empty total', total: {} },
    { what: 'a total of 0', total: zero },
  ])('with $what are no lines', ({ total }) => {
    expect(read(aUsageAnswer([{ start: '2026-10-01', total }]), BY_SERVICE)).toEqual([]);
  });

  test('and the total of a period with groups counts for nothing', () => {
    const answer = aUsageAnswer([
      { start: '2026-10-01', groups: [[['Amazon EC2'], '1']], total: metrics({}, '5') },
    ]);

    expect(read(answer, BY_SERVICE).map(({ amounts }) => formatDecimal(amounts.unblended))).toEqual(['1']);
  });

  test('of a query that groups by nothing, the total is the line, be it 0', () => {
    const answer = aUsageAnswer([
      { start: '2026-09-01', total: metrics({}, '7.5') },
      { start: '2026-10-01', total: zero },
      { start: '2026-11-01', total: {} },
    ]);

    expect(read(answer, []).map(({ keys, amounts }) => [keys, formatDecimal(amounts.unblended)])).toEqual([
      [[], '7.5'],
      [[], '0'],
    ]);
  });
});

test('with a month, only what begins in it is read', () => {
  const answer = aUsageAnswer([
    { start: '2026-09-30', end: '2026-10-01', groups: [[['Amazon EC2'], '1']] },
    { start: '2026-10-01', end: '2026-10-02', groups: [[['Amazon EC2'], '2']] },
  ]);
  const lines = readLines(answer, { groupBy: BY_SERVICE }, { month: '2026-10', names: new Map() });

  expect(lines.map(({ start }) => start)).toEqual(['2026-10-01']);
});

test('what AWS does not call final is estimated', () => {
  const answer = {
    ResultsByTime: [{ TimePeriod: { Start: '2026-10-01', End: '2026-11-01' }, Total: metrics({}) }],
  };

  expect(read(answer, [])[0]?.estimated).toBe(true);
});

test('more than 400 periods are all kept (fakecloud#2138)', () => {
  const starts = Array.from({ length: 426 }, (_, day) => new Date(Date.UTC(2025, 8, 1 + day)).toISOString());
  const answer = aUsageAnswer(
    starts.map((start) => ({ start: start.slice(0, 10), end: 'next', groups: [[['Amazon EC2'], '1']] })),
  );

  expect(read(answer, BY_SERVICE)).toHaveLength(426);
});
