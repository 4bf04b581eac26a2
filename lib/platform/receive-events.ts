import { EventBus, type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as EventBusTarget, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { CapabilityQueue } from '#lib/platform/capability-queue.ts';

export type ReceiveEventsProps = {
  /** Of the hub, where the events of all accounts come together. */
  bus: IEventBus;
  messages: Pick<CapabilityQueue, 'queue' | 'deadLetters'>;
  /** What of the hub's bus the queue gets. */
  pattern: EventPattern;
  /** What of the hub's own account goes to the hub's bus, by the name of each rule. */
  forward?: Record<string, { about?: string; pattern: EventPattern }>;
};

/**
 * The rules by which events come into the queue of a capability. Those of the default bus are of the hub's own account
 * and Region alone: what other accounts and Regions forward is in `lib/members/shares`.
 */
export function receiveEvents(
  scope: Construct,
  { bus, messages, pattern, forward }: ReceiveEventsProps,
): void {
  const { queue, deadLetters: deadLetterQueue } = messages;
  if (forward) {
    const eventBus = EventBus.fromEventBusName(scope, 'DefaultBus', 'default');
    for (const [name, { about, pattern: eventPattern }] of Object.entries(forward)) {
      new Rule(scope, name, {
        ...(about ? { description: about } : {}),
        eventPattern,
        eventBus,
        targets: [new EventBusTarget(bus, { deadLetterQueue })],
      });
    }
  }
  new Rule(scope, 'Receive', {
    eventPattern: pattern,
    eventBus: bus,
    targets: [new SqsQueue(queue, { deadLetterQueue })],
  });
}
