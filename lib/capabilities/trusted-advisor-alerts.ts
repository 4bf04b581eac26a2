import { Aws, Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/trusted-advisor-alerts/environment.ts';
import { ADVISOR_REFRESHES } from '#lib/event-patterns.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import { receiveEvents } from '#lib/platform/receive-events.ts';
import { READER_ROLE, roleArn } from '#lib/platform/role-names.ts';
import type { TrustedAdvisor } from '#lib/trusted-advisor/advisor-block.ts';
import { advisorSettingsOf } from '#lib/trusted-advisor/advisor-settings.ts';

const NAME = 'trusted-advisor-alerts';
/** Hundreds of items of many checks, each with a few rows to read and write. */
const TIMEOUT = Duration.minutes(2);
/** A refreshed check sends all its items at once: what comes together is told together. */
const BATCH_SIZE = 100;
const BATCH_WINDOW = Duration.seconds(20);
const REASON =
  '2026-11-23: one role of one name in each account of the Organization, which trusts this function.';

export type TrustedAdvisorAlertsProps = { hub: Hub; advisor: TrustedAdvisor; items: Table };

/** People hear what Trusted Advisor flags when it begins, gets worse and ends, and not each time that it looks. */
export class TrustedAdvisorAlerts extends Construct {
  /** Of refreshed items, and of what a sweep found that no event told. */
  readonly queue: IQueue;

  constructor(scope: Construct, id: string, { hub, advisor, items }: TrustedAdvisorAlertsProps) {
    super(scope, id);
    const messages = new CapabilityQueue(this, 'Events', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      batchWindow: BATCH_WINDOW,
      maxReceiveCount: 5,
    });
    const { queue, deadLetters } = messages;
    this.queue = queue;
    const { function: relay } = new CapabilityFunction<Environment>(this, 'Relay', {
      name: NAME,
      environment: {
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        DEAD_LETTERS_URL: deadLetters.queueUrl,
        DIRECTORY_TABLE: hub.directory.tableName,
        ITEMS_TABLE: items.tableName,
        READER_ROLE,
        EXTERNAL_ID: externalIdOf(Stack.of(this).stackName),
        PARTITION: Aws.PARTITION,
        HOME_REGION: Aws.REGION,
      },
      timeout: TIMEOUT,
      logRetention: hub.logRetention,
      settings: advisorSettingsOf(hub.settings, advisor),
      assumes: [roleArn('*', READER_ROLE)],
    });
    acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`, REASON);

    grants.getRows(hub.directory, relay);
    grants.useRows(items, relay);
    grants.send(hub.alerts.queue, relay);
    grants.send(deadLetters, relay);

    receiveEvents(this, {
      bus: hub.bus,
      messages,
      pattern: ADVISOR_REFRESHES,
      forward: { Forward: { pattern: ADVISOR_REFRESHES } },
    });
    consumeQueue(relay, queue, { maxConcurrency: 5, batchSize: BATCH_SIZE, batchWindow: BATCH_WINDOW });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages,
      failureImpact: 'Some items that Trusted Advisor flags are not told, or stay open in the channels.',
    });
  }
}
