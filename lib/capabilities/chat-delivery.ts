import { Duration, Stack } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/chat-delivery/environment.ts';
import type { DeliverySettings } from '#lambdas/contracts/settings.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import { secretName } from '#lib/platform/secret-name.ts';

const NAME = 'chat-delivery';
/** Ten messages of one channel, each with a reply, one call a second, and a slow product. */
export const DELIVERY_TIMEOUT = Duration.minutes(2);

/** `reports`: where the pictures of alerts are; only with a capability that makes some. */
export type ChatDeliveryProps = { hub: Hub; reports?: Bucket };

/** Tells the channels what the ledger says now: posts, edits, replies in threads, follow-ups. */
export class ChatDelivery extends Construct {
  constructor(scope: Construct, id: string, { hub, reports }: ChatDeliveryProps) {
    super(scope, id);
    const { outbox, ledger } = hub;
    const channels = Object.entries(hub.settings.channels).map(([name, channel]) => ({
      ...channel,
      name,
      secretName: secretName(Stack.of(this).stackName, name),
    }));
    const settings: DeliverySettings = { channels };
    const { function: delivery } = new CapabilityFunction<Environment>(this, 'Delivery', {
      name: NAME,
      environment: {
        LEDGER_TABLE: ledger.tableName,
        OUTBOX_QUEUE_URL: outbox.queue.queueUrl,
        DEAD_LETTERS_URL: outbox.deadLetters.queueUrl,
      },
      timeout: DELIVERY_TIMEOUT,
      logRetention: hub.logRetention,
      settings,
    });

    grants.useRows(ledger, delivery);
    grants.send(outbox.deadLetters, delivery);
    for (const { secretName } of channels) grants.readSecret(secretName, delivery);

    if (reports) grants.readPictures(reports, delivery);
    grants.postpone(outbox.queue, delivery);
    consumeQueue(delivery, outbox.queue, { maxConcurrency: 20 });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages: outbox,
      delayImpact: 'Messages wait for more than an hour for a chat channel that cannot take them.',
      failureImpact: 'Messages do not reach one of the chat channels.',
    });
  }
}
