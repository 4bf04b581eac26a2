import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { isRinging } from '#local/metrics/is-ringing.ts';
import type { Api } from './api.ts';
import { plainName } from './plain-name.ts';

/** The alarms on what functions measure, as opposed to those on queues, and the last value of each. */
export function alarmApi({ estate, metrics }: Pick<EmbeddedCloud, 'estate' | 'metrics'>): Api {
  return {
    'GET /api/alarms': () =>
      estate.alarms
        .filter(({ namespace }) => !namespace.startsWith('AWS/'))
        .map((alarm) => {
          const { value, at } = metrics.ofAlarm(alarm) ?? {};
          const { description, metric } = alarm;
          return { label: plainName(metric), description, value, at, ringing: isRinging(alarm, value) };
        }),
  };
}
