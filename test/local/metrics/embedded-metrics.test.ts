import { expect, test } from 'vitest';
import { embeddedMetrics } from '#local/metrics/embedded-metrics.ts';

const AT = Date.parse('2026-11-22T06:00:00Z');

const aLine = (fields: Record<string, unknown>, directive: Record<string, unknown> = {}) =>
  JSON.stringify({
    _aws: {
      Timestamp: AT,
      CloudWatchMetrics: [
        {
          Namespace: 'Town',
          Dimensions: [['gate']],
          Metrics: [{ Name: 'Carts', Unit: 'Count' }],
          ...directive,
        },
      ],
    },
    ...fields,
  });

test('a line in the embedded metric format is a metric with its dimensions', () => {
  expect(embeddedMetrics(aLine({ gate: 'north', Carts: 3 }))).toEqual([
    { namespace: 'Town', name: 'Carts', dimensions: { gate: 'north' }, value: 3, at: AT },
  ]);
});

test('each set of dimensions is a metric of its own, and none is one, too', () => {
  const line = aLine({ gate: 'north', Carts: 3 }, { Dimensions: [['gate'], []] });
  expect(embeddedMetrics(line).map(({ dimensions }) => dimensions)).toEqual([{ gate: 'north' }, {}]);
  expect(embeddedMetrics(aLine({ Carts: 3 }, { Dimensions: [] }))).toMatchObject([{ dimensions: {} }]);
});

test('of several values the last counts', () => {
  expect(embeddedMetrics(aLine({ gate: 'north', Carts: [1, 2] }))).toMatchObject([{ value: 2 }]);
});

test.each([
  ['a text', 'Carts: 3'],
  ['a text that names the format', '"_aws" is no JSON'],
  ['an ordinary log line', '{"level":"INFO","message":"Done"}'],
  ['a line without the value', aLine({ gate: 'north' })],
  ['a value that is a text', aLine({ gate: 'north', Carts: '3' })],
  ['another thing of that name', '{"_aws":{"Timestamp":1}}'],
])('%s has no metric', (_name, line) => {
  expect(embeddedMetrics(line)).toEqual([]);
});
