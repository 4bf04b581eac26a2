import { healthAlertKey, PUBLIC_PART } from '#lambdas/contracts/health-alert-key.ts';
import { standingOf } from '#lambdas/health-reconcile/part-standing.ts';
import { readHealth } from '#lambdas/health-reconcile/read-health.ts';
import type { EventMessage, PartsMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';

/** Some ten calls of an API that takes one or two a second from an Organization. */
const PARTS_PER_MESSAGE = 50;

/**
 * Compares an event with the ledger: the parts that are missing there, older or without some of their pages
 * are fetched, those alone, since an event may concern thousands of accounts.
 */
export async function reconcileEvent(message: EventMessage, ports: ReconcilePorts): Promise<void> {
  const { arn, typeCode, startedAt, updatedAt, isPublic } = message;
  const parts = isPublic ? [PUBLIC_PART] : await readHealth(ports, (api) => api.listParts(arn));
  const known = await ports.knownParts(healthAlertKey({ eventArn: arn, eventTypeCode: typeCode, startedAt }));
  const due = parts.filter((part) => standingOf(known.get(part), updatedAt) !== 'current');
  const messages: PartsMessage[] = [];
  for (let start = 0; start < due.length; start += PARTS_PER_MESSAGE) {
    messages.push({ kind: 'parts', arn, parts: due.slice(start, start + PARTS_PER_MESSAGE) });
  }
  await ports.send(messages);
}
