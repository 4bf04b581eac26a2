import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import type { Environment } from '#lambdas/ecs-history/environment.ts';
import { FORWARDED_ECS_EVENTS } from '#lib/event-patterns.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import { readQueries } from '#lib/platform/read-queries.ts';
import { receiveEvents } from '#lib/platform/receive-events.ts';
import type { Reports } from '#lib/platform/reports.ts';

const NAME = 'ecs-history';
/** A file of a thousand rows takes a second; a thousand letters on their way to the dead letters take longer. */
const TIMEOUT = Duration.minutes(1);
/** The larger a file, the fewer there are for Athena to open. Nobody waits for a row. */
const BATCH_SIZE = 1000;
const BATCH_WINDOW = Duration.minutes(5);
/** Before Reeve kept any. Events that are sent again from an archive may be older than the deployment. */
const FIRST_MONTH = '2026-01';
const QUERIES = join(import.meta.dirname, '../ecs/athena');

/** Every ECS event that reaches the hub becomes a row of a table, for questions that nobody has asked yet. */
export class EcsHistory extends Construct {
  constructor(scope: Construct, id: string, { hub, reports }: { hub: Hub; reports: Reports }) {
    super(scope, id);
    const { bucket, catalog } = reports;
    const events = new CapabilityQueue(this, 'Events', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      batchWindow: BATCH_WINDOW,
      maxReceiveCount: 5,
    });
    const { queue, deadLetters } = events;
    const { function: write } = new CapabilityFunction<Environment>(this, 'Write', {
      name: NAME,
      environment: { REPORT_BUCKET: bucket.bucketName, DEAD_LETTERS_URL: deadLetters.queueUrl },
      timeout: TIMEOUT,
      logRetention: hub.logRetention,
    });

    grants.addToTable(bucket, ECS_EVENTS, write);
    grants.send(deadLetters, write);

    receiveEvents(this, { bus: hub.bus, messages: events, pattern: FORWARDED_ECS_EVENTS });
    // Its rows are few beside those of costs, and `costs.parquet` is about those.
    catalog.addTables(this, { tables: [ECS_EVENTS], parquet: false, since: FIRST_MONTH });
    catalog.addQueries(this, readQueries(QUERIES));
    consumeQueue(write, queue, { maxConcurrency: 2, batchSize: BATCH_SIZE, batchWindow: BATCH_WINDOW });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages: events,
      failureImpact: 'The history of ECS has gaps.',
    });
  }
}
