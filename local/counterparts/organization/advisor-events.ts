import { randomUUID } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { resultOf, type WorldAdvisor, type WorldCheck, type WorldFlag } from './world-advisor.ts';

const STATUSES = { ok: 'OK', warning: 'WARN', error: 'ERROR' };
/** Where the partition's Trusted Advisor is, wherever its items are. */
const REGION = 'us-east-1';

/**
 * What Trusted Advisor sends when a check of an account was refreshed: an event for each item that it still knows, one
 * that is `ok` included, whether anything is otherwise or not. Nothing of what people left out.
 */
export function refreshEvents(
  advisor: WorldAdvisor,
  [account, checkId]: [account: string, checkId: string],
  now: number,
): BusEvent[] {
  const check = advisor.checks.find(({ id }) => id === checkId);
  if (!check) throw new RangeError(`There is no check ${checkId}`);
  return resultOf(advisor, account, checkId)
    .flags.filter(({ isSuppressed }) => !isSuppressed)
    .map((flag) => eventOf(check, flag, { account, now }));
}

function eventOf(
  { name, columns }: WorldCheck,
  { status, arn = '', cells = [] }: WorldFlag,
  { account, now }: { account: string; now: number },
): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Trusted Advisor Check Item Refresh Notification',
    source: 'aws.trustedadvisor',
    account,
    time: `${new Date(now).toISOString().slice(0, 19)}Z`,
    region: REGION,
    resources: [],
    detail: {
      'check-name': name,
      'check-item-detail': Object.fromEntries(columns.map((label, at) => [label, cells[at] ?? null])),
      status: STATUSES[status],
      resource_id: arn,
      uuid: randomUUID(),
    },
  };
}
