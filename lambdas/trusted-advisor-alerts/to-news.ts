import type { ItemStatus } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { KnownChecks } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { itemKey } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import { readItem } from '#lambdas/contracts/trusted-advisor/read-item.ts';
import type { AdvisorNews } from '#lambdas/trusted-advisor-alerts/advisor-news.ts';
import type { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import { resolveCheck } from '#lambdas/trusted-advisor-alerts/resolve-check.ts';

const STATUSES: Record<string, ItemStatus> = { OK: 'ok', WARN: 'warning', ERROR: 'error', INFO: 'info' };

/** Reads a message: of a refreshed item one piece of news, of a sweep as many as it found. */
export function toNews(
  message: AdvisorMessage,
  known: Pick<KnownChecks, 'checks'>,
  now: Date,
): AdvisorNews[] {
  if ('kind' in message) {
    const { account, check, seen, ended, isBaseline = false } = message;
    const common = { account, check, at: momentOf(message.at, now), isBaseline };
    return [
      ...seen.map((item) => ({ ...common, item: { ...item, key: itemKey(item) } })),
      ...ended.map((one) => ({ ...common, ...one })),
    ];
  }
  const { account, time, detail } = message;
  const item = readItem({
    // A status that AWS has still to make is told, as the mildest: an item that is fine is never heard of by it.
    status: STATUSES[detail.status] ?? 'info',
    resourceId: detail.resource_id,
    columns: detail['check-item-detail'],
  });
  const check = resolveCheck(detail['check-name'], known);
  return [{ account, check, at: momentOf(time, now), item: { ...item, key: itemKey(item) } }];
}

/** One that lies in the future would shut out all that follow. */
function momentOf(time: string | undefined, now: Date): number {
  const moment = Date.parse(time ?? '');
  return Number.isNaN(moment) ? now.getTime() : Math.min(moment, now.getTime());
}
