import { Aws, Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/required-tags/environment.ts';
import { FORWARDED_TAG_EVENTS, TAG_RULES } from '#lib/event-patterns.ts';
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
import { requiredTagsSettingsOf } from '#lib/tags/required-tags-settings.ts';
import type { Tags } from '#lib/tags/tag-block.ts';

const NAME = 'required-tags';
/** A hundred resources of a hundred accounts, each with a role to assume and two questions. */
const TIMEOUT = Duration.minutes(2);
/** What comes at once is looked at together, and told as few alerts. */
const BATCH_SIZE = 100;
/** With less, what a batch brings of a hundred resources leaves Node no room. */
const MEMORY_MEGABYTES = 512;
const BATCH_WINDOW = Duration.seconds(20);
const REASON =
  '2026-11-22: one role of one name in each account of the Organization, which trusts this function.';

export type RequiredTagsProps = { hub: Hub; tags: Tags; findings: Table };

/** People hear which of their resources lack required tags, once, with what to write; and it closes when they have. */
export class RequiredTags extends Construct {
  /** Of evaluations, and of what a sweep asks to be looked at again. */
  readonly queue: IQueue;

  constructor(scope: Construct, id: string, { hub, tags, findings }: RequiredTagsProps) {
    super(scope, id);
    const messages = new CapabilityQueue(this, 'Events', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      batchWindow: BATCH_WINDOW,
      // Who tags within this time hears nothing: the resource is looked at when it has passed.
      delay: Duration.minutes(tags.settleMinutes),
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
        FINDINGS_TABLE: findings.tableName,
        READER_ROLE,
        EXTERNAL_ID: externalIdOf(Stack.of(this).stackName),
        HOME_REGION: Aws.REGION,
      },
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      logRetention: hub.logRetention,
      settings: requiredTagsSettingsOf(hub.settings, tags),
      assumes: [roleArn('*', READER_ROLE)],
    });
    acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`, REASON);

    grants.getRows(hub.directory, relay);
    grants.useRows(findings, relay);
    grants.send(hub.alerts.queue, relay);
    grants.send(deadLetters, relay);

    if (tags.rules !== 'none') {
      receiveEvents(this, { bus: hub.bus, messages, pattern: FORWARDED_TAG_EVENTS, forward: TAG_RULES });
    }
    consumeQueue(relay, queue, { maxConcurrency: 5, batchSize: BATCH_SIZE, batchWindow: BATCH_WINDOW });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages,
      failureImpact: 'Some resources that lack required tags are not told, or stay open in the channels.',
    });
  }
}
