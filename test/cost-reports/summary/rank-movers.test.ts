import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '#lambdas/cost-reports/record-type.ts';
import { rankMovers } from '#lambdas/cost-reports/summary/rank-movers.ts';
import type { KeySums } from '#lambdas/cost-reports/summary/sum-keys.ts';
import { ONE } from '#lambdas/runtime/decimal.ts';

const sums = (key: string, previous: number, current: number, name?: string): KeySums => {
  const used = (dollars: number) => measuresOf([['Usage', BigInt(dollars) * ONE]]);
  return { key, ...(name ? { name } : {}), previous: used(previous), current: used(current) };
};
const SHOP = '444455556666';
const PAYMENTS = '111122223333';

test('the largest change comes first, whichever way, and what did not change is no mover', () => {
  const movers = rankMovers([sums('A', 10, 12), sums('B', 90, 40), sums('C', 5, 5)], []);

  expect(movers.map(({ key }) => key)).toEqual(['B', 'A']);
  expect(movers[0]).toEqual({
    kind: 'service',
    key: 'B',
    previous: 90n * ONE,
    current: 40n * ONE,
    change: -50n * ONE,
    reason: 'usage -55.6%',
  });
});

test('two accounts of one name are two movers (aws-cost-explorer-report)', () => {
  const movers = rankMovers([], [sums(SHOP, 1, 2, 'dev'), sums(PAYMENTS, 1, 3, 'dev')]);

  expect(movers.map(({ key, name }) => [key, name])).toEqual([
    [PAYMENTS, 'dev'],
    [SHOP, 'dev'],
  ]);
});

test('a lone account is no mover: its change is that of the whole', () => {
  expect(rankMovers([], [sums(SHOP, 1, 2)])).toEqual([]);
});

test('ten of a kind are kept', () => {
  const many = Array.from({ length: 30 }, (_, index) => sums(`S${index}`, 0, index + 1));

  expect(rankMovers(many, many)).toHaveLength(20);
});

describe('a service and an account that both make nearly all of the growth', () => {
  const services = [sums('Amazon EC2', 10, 110), sums('AWS Lambda', 10, 15), sums('Amazon S3', 90, 10)];

  test('are likely one story', () => {
    const accounts = [sums(PAYMENTS, 10, 110, 'payments-prod'), sums(SHOP, 90, 15)];
    const reasons = rankMovers(services, accounts).map(({ key, reason }) => [key, reason]);

    expect(reasons).toContainEqual(['Amazon EC2', 'usage +1,000.0%, likely in payments-prod']);
    expect(reasons).toContainEqual([PAYMENTS, 'usage +1,000.0%, likely Amazon EC2']);
    expect(reasons).toContainEqual([SHOP, 'usage -83.3%']);
  });

  test.each([
    ['the growth is spread over accounts', [sums(PAYMENTS, 10, 60), sums(SHOP, 10, 60)]],
    [
      'others that fell only hide it',
      [sums(PAYMENTS, 10, 110), sums(SHOP, 10, 70), sums('000000000003', 99, 40)],
    ],
    ['the account fell', [sums(PAYMENTS, 110, 10), sums(SHOP, 10, 11)]],
  ])('are not where %s', (_, accounts) => {
    const reasons = rankMovers(services, accounts).map(({ reason }) => reason);

    expect(reasons.filter((reason) => reason.includes('likely'))).toEqual([]);
  });
});

test('lines in another order give the same movers', () => {
  const some = fc.uniqueArray(fc.record({ key: fc.string(), previous: fc.nat(9), current: fc.nat(9) }), {
    selector: ({ key }) => key,
    maxLength: 30,
  });
  fc.assert(
    fc.property(some, (keys) => {
      const all = keys.map(({ key, previous, current }) => sums(key, previous, current));
      expect(rankMovers(all.toReversed(), all)).toEqual(rankMovers(all, all.toReversed()));
    }),
  );
});
