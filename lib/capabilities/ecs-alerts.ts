import { Duration, Stack } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EcsSettings } from '#lambdas/contracts/settings.ts';
import type { Environment } from '#lambdas/ecs-alerts/environment.ts';
import { ECS_RULES, FORWARDED_ECS_EVENTS } from '#lib/event-patterns.ts';
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
import type { Settings } from '#lib/settings.ts';

const NAME = 'ecs-alerts';
const TIMEOUT = Duration.minutes(1);
const REASON =
  '2026-11-22: one role of one name in each account of the Organization, which trusts this function.';

export type EcsAlertsProps = { hub: Hub; ecs: NonNullable<Settings['ecs']> };

/** Trouble of Amazon ECS reaches people once, with its cause, and ends when ECS says that it is over. */
export class EcsAlerts extends Construct {
  /** Of events, and of questions whether trouble lasts. */
  readonly queue: IQueue;

  constructor(scope: Construct, id: string, { hub, ecs }: EcsAlertsProps) {
    super(scope, id);
    const messages = new CapabilityQueue(this, 'Events', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      maxReceiveCount: 5,
    });
    const { queue, deadLetters } = messages;
    this.queue = queue;
    const { quietMinutes, drainMinutes, disconnectedMinutes, deployments, userStops, logLines } = ecs;
    const settings: EcsSettings = {
      accounts: hub.settings.accounts,
      quietMinutes,
      drainMinutes,
      disconnectedMinutes,
      deployments,
      userStops,
      logLines,
    };
    const { function: relay } = new CapabilityFunction<Environment>(this, 'Relay', {
      name: NAME,
      environment: {
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        DEAD_LETTERS_URL: deadLetters.queueUrl,
        DIRECTORY_TABLE: hub.directory.tableName,
        READER_ROLE,
        EXTERNAL_ID: externalIdOf(Stack.of(this).stackName),
        STACK_NAME: Stack.of(this).stackName,
      },
      timeout: TIMEOUT,
      logRetention: hub.logRetention,
      settings,
      assumes: [roleArn('*', READER_ROLE)],
    });
    acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`, REASON);

    grants.getRows(hub.directory, relay);
    grants.send(hub.alerts.queue, relay);
    grants.send(deadLetters, relay);

    receiveEvents(this, { bus: hub.bus, messages, pattern: FORWARDED_ECS_EVENTS, forward: ECS_RULES });
    consumeQueue(relay, queue, { maxConcurrency: 10 });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages,
      failureImpact: 'Some trouble of Amazon ECS is not told, or stays open in the channels.',
    });
  }
}
