import { expect, test } from 'vitest';
import type { Alarm, Comparison } from '#local/estate.ts';
import { isRinging } from '#local/metrics/is-ringing.ts';
import { Metrics } from '#local/metrics/metrics.ts';

const anAlarm = (over: Partial<Alarm> = {}): Alarm => ({
  logicalId: 'Alarm',
  name: 'alarm',
  description: 'Carts wait',
  namespace: 'Town',
  metric: 'Carts',
  dimensions: {},
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 2,
  actions: [],
  ...over,
});
const aLine = (Carts: number, dimensions: Record<string, string> = {}) =>
  JSON.stringify({
    _aws: {
      Timestamp: 1,
      CloudWatchMetrics: [
        { Namespace: 'Town', Dimensions: [Object.keys(dimensions)], Metrics: [{ Name: 'Carts' }] },
      ],
    },
    ...dimensions,
    Carts,
  });

test('the last value of a metric counts', () => {
  const metrics = new Metrics();
  for (const carts of [1, 5, 2]) metrics.readLine(aLine(carts));
  expect(metrics.ofAlarm(anAlarm())).toMatchObject({ value: 2 });
  expect(metrics.all()).toHaveLength(1);
});

test('an alarm is on the metric with exactly its dimensions, in any order', () => {
  const metrics = new Metrics();
  metrics.readLine(aLine(3, { gate: 'north', side: 'left' }));
  expect(metrics.ofAlarm(anAlarm())).toBeUndefined();
  expect(metrics.ofAlarm(anAlarm({ dimensions: { side: 'left', gate: 'north' } }))?.value).toBe(3);
  expect(metrics.ofAlarm(anAlarm({ dimensions: { side: 'right', gate: 'north' } }))).toBeUndefined();
});

test.each<[Comparison, boolean[]]>([
  ['GreaterThanOrEqualToThreshold', [false, true, true]],
  ['GreaterThanThreshold', [false, false, true]],
  ['LessThanOrEqualToThreshold', [true, true, false]],
  ['LessThanThreshold', [true, false, false]],
])('%s 2 of 1, 2 and 3 is %j', (comparison, expected) => {
  expect([1, 2, 3].map((value) => isRinging(anAlarm({ comparison }), value))).toEqual(expected);
});

test('an alarm is silent about what was never measured', () => {
  expect(isRinging(anAlarm({ comparison: 'LessThanThreshold' }), undefined)).toBe(false);
});
