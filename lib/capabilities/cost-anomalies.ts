import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CostAnomalySettings } from '#lambdas/contracts/settings.ts';
import type { Environment } from '#lambdas/cost-anomalies/environment.ts';
import { COST_ANOMALIES } from '#lib/event-patterns.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import { receiveEvents } from '#lib/platform/receive-events.ts';

const NAME = 'cost-anomalies';
const TIMEOUT = Duration.seconds(30);

/** What AWS Cost Anomaly Detection finds reaches people as one alert an anomaly, with its root causes. */
export class CostAnomalies extends Construct {
  constructor(scope: Construct, id: string, { hub }: { hub: Hub }) {
    super(scope, id);
    const events = new CapabilityQueue(this, 'Events', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      maxReceiveCount: 5,
    });
    const { queue, deadLetters } = events;
    const settings: CostAnomalySettings = { accounts: hub.settings.accounts };
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

    // Of an Organization they come from its management account.
    const own = hub.settings.organization ? {} : { forward: { Forward: { pattern: COST_ANOMALIES } } };
    receiveEvents(this, { bus: hub.bus, messages: events, pattern: COST_ANOMALIES, ...own });
    consumeQueue(relay, queue, { maxConcurrency: 2 });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages: events,
      failureImpact: 'Cost anomalies do not reach the channels.',
    });
  }
}
