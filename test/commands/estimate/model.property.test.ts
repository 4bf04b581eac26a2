import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deployment } from '#bin/commands/estimate/count-deployment.ts';
import { type EstimateInput, estimateMonth, totalOf } from '#bin/commands/estimate/model.ts';
import { workloads } from '#bin/commands/estimate/workloads.ts';

const count = fc.nat(20);
const deployment: fc.Arbitrary<Deployment> = fc.record({
  alarms: count,
  customMetrics: count,
  polledQueues: count,
  polledFifoQueues: count,
  functions: fc.subarray(Object.keys(workloads)).chain((names) =>
    fc.tuple(
      ...names.map((capability) =>
        fc.record({
          capability: fc.constant(capability),
          memoryMegabytes: fc.constantFrom(128, 256, 1024),
          runs: fc.constantFrom(0, 30, 43_200),
        }),
      ),
    ),
  ),
});
const input: fc.Arbitrary<EstimateInput> = fc.record({
  deployment,
  forwards: fc.subarray(['health-alerts', 'heartbeat', 'account-directory']),
  logRetentionDays: fc.constantFrom(7, 30, 90, 365),
  scale: fc.record({ accounts: fc.nat(100_000), regions: fc.nat(20), channels: fc.nat(3) }),
});

test('no line is negative, every quantity is whole, and the total is their sum', () => {
  fc.assert(
    fc.property(input, (given) => {
      const lines = estimateMonth(given);
      for (const { quantity, cost } of lines) {
        expect(Number.isSafeInteger(quantity) && quantity >= 0).toBe(true);
        expect(cost >= 0n).toBe(true);
      }
      expect(totalOf(lines)).toBe(lines.map(({ cost }) => cost).reduce((a, b) => a + b));
    }),
  );
});

test('more accounts, Regions or channels never make any line cheaper', () => {
  const more = fc.record({ accounts: fc.nat(1000), regions: fc.nat(3), channels: fc.nat(3) });
  fc.assert(
    fc.property(input, more, (given, added) => {
      const { accounts, regions, channels } = given.scale;
      const scale = {
        accounts: accounts + added.accounts,
        regions: regions + added.regions,
        channels: channels + added.channels,
      };
      const larger = estimateMonth({ ...given, scale });
      estimateMonth(given).forEach(({ cost }, index) =>
        expect((larger[index]?.cost ?? 0n) >= cost).toBe(true),
      );
    }),
  );
});

test('ten times the accounts cost ten times as much at most', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { scale } = given;
      const tenfold = estimateMonth({ ...given, scale: { ...scale, accounts: scale.accounts * 10 } });
      // What is rounded up to a whole unit may be up to ten of them.
      const rounding = 10n * BigInt(tenfold.length) * 10n ** 9n;
      expect(totalOf(tenfold) <= totalOf(estimateMonth(given)) * 10n + rounding).toBe(true);
    }),
  );
});

test('what is not deployed costs nothing', () => {
  const nothing = { alarms: 0, customMetrics: 0, polledQueues: 0, polledFifoQueues: 0, functions: [] };
  const scale = { accounts: 10_000, regions: 4, channels: 3 };
  const lines = estimateMonth({ deployment: nothing, forwards: [], logRetentionDays: 365, scale });

  expect(totalOf(lines)).toBe(0n);
});
