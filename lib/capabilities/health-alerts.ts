import { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { HealthSettings } from '#lambdas/contracts/settings.ts';
import type { Environment } from '#lambdas/health-alerts/environment.ts';
import { HEALTH_EVENTS } from '#lib/event-patterns.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import { receiveEvents } from '#lib/platform/receive-events.ts';
import type { Settings } from '#lib/settings.ts';

const NAME = 'health-alerts';
const TIMEOUT = Duration.seconds(30);

export type HealthAlertsProps = { hub: Hub; health: NonNullable<Settings['health']> };

/** Events of AWS Health reach people as alerts that follow each event from its announcement to its end. */
export class HealthAlerts extends Construct {
  /** Of events that wait to be told. */
  readonly queue: IQueue;

  constructor(scope: Construct, id: string, { hub, health }: HealthAlertsProps) {
    super(scope, id);
    const events = new CapabilityQueue(this, 'Events', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      maxReceiveCount: 5,
    });
    const { queue, deadLetters } = events;
    this.queue = queue;
    const { reminderDays, quietAfterDays } = health;
    const settings: HealthSettings = { accounts: hub.settings.accounts, reminderDays, quietAfterDays };
    const { function: relay } = new CapabilityFunction<Environment>(this, 'Relay', {
      name: NAME,
      environment: {
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        DEAD_LETTERS_URL: deadLetters.queueUrl,
        DIRECTORY_TABLE: hub.directory.tableName,
      },
      timeout: TIMEOUT,
      logRetention: hub.logRetention,
      settings,
    });

    grants.getRows(hub.directory, relay);
    grants.send(hub.alerts.queue, relay);
    grants.send(deadLetters, relay);

    receiveEvents(this, {
      bus: hub.bus,
      messages: events,
      pattern: HEALTH_EVENTS,
      forward: { Forward: { pattern: HEALTH_EVENTS } },
    });
    consumeQueue(relay, queue, { maxConcurrency: 5 });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages: events,
      failureImpact: 'Events of AWS Health do not reach the channels.',
    });
  }
}
