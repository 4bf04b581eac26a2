import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import { sendInOrder } from '#lambdas/runtime/message-queue.ts';

/**
 * Sends what a capability learnt to the alert desk, ordered by scope. The deduplication id is the content, never the
 * id of an event: AWS's own examples use one id for different events.
 */
export function observationQueue(queueUrl: string): (message: Observation | Standing) => Promise<void> {
  return (message) =>
    sendInOrder(queueUrl, [{ body: message, group: message.scope, deduplication: JSON.stringify(message) }]);
}
