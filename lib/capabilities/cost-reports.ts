import { join } from 'node:path';
import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { allCostTables } from '#lambdas/contracts/cost-tables.ts';
import type { Environment } from '#lambdas/cost-reports/environment.ts';
import { CostSchedules } from '#lib/costs/cost-schedules.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import { readQueries } from '#lib/platform/read-queries.ts';
import type { Reports } from '#lib/platform/reports.ts';
import type { Settings } from '#lib/settings.ts';

const NAME = 'cost-reports';
/** As long as Lambda allows: a run that needs more goes on from the pages it has. */
const TIMEOUT = Duration.minutes(15);
const MEMORY_MEGABYTES = 1024;
/** Legs of a long run, and repeats of one that AWS holds up. */
const MOST_RECEIVES = 30;
const LONGEST_WAIT = Duration.hours(3);
/** Before it Cost Explorer has nothing: a report of an older month can only be one that was kept. */
const FIRST_MONTH = '2022-01';
/** The questions that people ask of their costs. */
const QUERIES = join(import.meta.dirname, '../costs/athena');

export type CostReportsProps = {
  hub: Hub;
  costs: NonNullable<Settings['costs']>;
  reports: Reports;
};

/** The costs of all accounts: a digest a day, and reports as files, in as few billed requests as can be. */
export class CostReports extends Construct {
  constructor(scope: Construct, id: string, { hub, costs, reports }: CostReportsProps) {
    super(scope, id);
    const { bucket, catalog } = reports;
    const settings = costSettingsOf(hub.settings, Stack.of(this).stackName);
    const runs = new CapabilityQueue(this, 'Runs', {
      fifo: true,
      consumerTimeout: TIMEOUT,
      maxReceiveCount: MOST_RECEIVES,
      contentBasedDeduplication: true,
    });
    const { queue, deadLetters } = runs;
    const { function: run } = new CapabilityFunction<Environment>(this, 'Run', {
      name: NAME,
      environment: {
        REPORT_BUCKET: bucket.bucketName,
        COST_QUEUE_URL: queue.queueUrl,
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        DEAD_LETTERS_URL: deadLetters.queueUrl,
        ACCOUNT_ID: Aws.ACCOUNT_ID,
        HOME_REGION: Aws.REGION,
      },
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      logRetention: hub.logRetention,
      ...(settings ? { settings } : {}),
      ...(settings?.readerRole ? { assumes: [settings.readerRole.arn] } : {}),
    });

    grants.useReports(bucket, run);
    grants.send(hub.alerts.queue, run);
    grants.send(deadLetters, run);
    grants.postpone(queue, run);
    if (costs.focus) grants.readExport(costs.focus, run);
    else if (!settings?.readerRole) grants.readCosts(run);

    new CostSchedules(this, 'Schedules', { hub, costs, queue });
    catalog.addTables(this, { tables: allCostTables(), parquet: costs.parquet, since: FIRST_MONTH });
    catalog.addQueries(this, readQueries(QUERIES));
    consumeQueue(run, queue, { maxConcurrency: 2, batchSize: 1 });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages: runs,
      longestWait: LONGEST_WAIT,
      delayImpact: 'Cost reports wait for more than three hours.',
      failureImpact: 'Cost reports and the digest of costs stay out.',
    });
  }
}
