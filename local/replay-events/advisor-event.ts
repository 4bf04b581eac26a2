import { randomUUID } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { PAYMENTS_PROD } from './health-event.ts';
import type { Telling } from './story.ts';

export type AdvisorWords = {
  check: string;
  status: 'OK' | 'WARN' | 'ERROR' | 'INFO';
  /** Columns of the check by their labels, as AWS writes them: texts, and null. */
  columns: Record<string, string | null>;
  arn?: string;
  account?: string;
};

/** A refreshed item of Trusted Advisor of a telling, in the form that EventBridge delivers. */
export function advisorEvent(telling: Telling, words: AdvisorWords): BusEvent {
  const { check, status, columns, arn = '', account = PAYMENTS_PROD } = words;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Trusted Advisor Check Item Refresh Notification',
    source: 'aws.trustedadvisor',
    account,
    time: `${new Date(telling.now).toISOString().slice(0, 19)}Z`,
    // Wherever the item is.
    region: 'us-east-1',
    resources: [],
    detail: {
      'check-name': check,
      'check-item-detail': columns,
      status,
      resource_id: arn,
      uuid: randomUUID(),
    },
  };
}
