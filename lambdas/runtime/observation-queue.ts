import type { Observation } from '#lambdas/contracts/observation.ts';
import { sendInOrder } from '#lambdas/runtime/message-queue.ts';

/**
 * Sends observations to the alert desk, ordered by scope. The deduplication id is the content, never the
 * id of an event: AWS's own examples use one id for different events.
 */
export function observationQueue(queueUrl: string): (observation: Observation) => Promise<void> {
  return (observation) =>
    sendInOrder(queueUrl, [
      { body: observation, group: observation.scope, deduplication: JSON.stringify(observation) },
    ]);
}
