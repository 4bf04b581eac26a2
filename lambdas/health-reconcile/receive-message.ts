import { NotSubscribedError } from '#lambdas/health-reconcile/health-errors.ts';
import { reconcileEvent } from '#lambdas/health-reconcile/reconcile-event.ts';
import type { ReconcileMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';
import { relayParts } from '#lambdas/health-reconcile/relay-parts.ts';
import { sweepHealth } from '#lambdas/health-reconcile/sweep-health.ts';

/** A sweep, or a piece of one. A plan that ends meanwhile is the next sweep's to tell. */
export async function receiveMessage(message: ReconcileMessage, ports: ReconcilePorts): Promise<void> {
  if (message.kind === 'sweep') return sweepHealth(ports);
  try {
    await (message.kind === 'event' ? reconcileEvent(message, ports) : relayParts(message, ports));
  } catch (error) {
    if (!(error instanceof NotSubscribedError)) throw error;
  }
}
