import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import type { Settings } from '#lib/settings.ts';

/** What all capabilities of a hub stand on. */
export type Hub = {
  settings: Settings;
  bus: IEventBus;
  ledger: Table;
  /** What is known of each account: the directory's records, the heartbeats. */
  directory: Table;
  /** Observations on their way to the desk. */
  alerts: CapabilityQueue;
  /** Deliveries on their way to the channels. */
  outbox: CapabilityQueue;
  /** Dead letters of all that is done by the clock. */
  missedRuns: IQueue;
  alarmTopic: Topic;
  logRetention: RetentionDays;
};
