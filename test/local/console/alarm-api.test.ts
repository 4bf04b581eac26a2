import { expect, test } from 'vitest';
import { alarmApi } from '#local/console/alarm-api.ts';
import type { Alarm, Estate } from '#local/estate.ts';
import { Metrics } from '#local/metrics/metrics.ts';

const anAlarm = (namespace: string, metric: string): Alarm => ({
  logicalId: metric,
  name: metric,
  description: 'Carts wait',
  namespace,
  metric,
  dimensions: {},
  comparison: 'GreaterThanThreshold',
  threshold: 0,
  actions: [],
});

test('alarms on what functions measure are told with their last value, those of AWS are not', () => {
  const metrics = new Metrics();
  const alarms = [anAlarm('AWS/SQS', 'Sent'), anAlarm('Town', 'WaitingCarts'), anAlarm('Town', 'Unknown')];
  const api = alarmApi({ estate: { alarms } as Estate, metrics });
  const _aws = {
    Timestamp: 7,
    CloudWatchMetrics: [{ Namespace: 'Town', Dimensions: [[]], Metrics: [{ Name: 'WaitingCarts' }] }],
  };
  metrics.readLine(JSON.stringify({ _aws, WaitingCarts: 2 }));
  expect(api['GET /api/alarms']?.(undefined)).toEqual([
    { label: 'waiting carts', description: 'Carts wait', value: 2, at: 7, ringing: true },
    { label: 'unknown', description: 'Carts wait', value: undefined, at: undefined, ringing: false },
  ]);
});
