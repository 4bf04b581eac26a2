import { Aws, Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { TAG_COVERAGE, TAG_VIOLATIONS } from '#lambdas/contracts/tags/tag-tables.ts';
import type { Environment } from '#lambdas/tag-coverage/environment.ts';
import { COVERAGE_READS } from '#lib/members/shares/tag-coverage.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { FunctionSchedule } from '#lib/platform/function-schedule.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { leaveMissedRuns } from '#lib/platform/leave-missed-runs.ts';
import type { Reports } from '#lib/platform/reports.ts';
import { READER_ROLE, roleArn } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';
import { coverageSettingsOf } from '#lib/tags/coverage-settings.ts';
import { TagAggregator } from '#lib/tags/tag-aggregator.ts';

const NAME = 'tag-coverage';
/** Some hundred thousand resources, a hundred a page. */
const TIMEOUT = Duration.minutes(15);
const MEMORY_MEGABYTES = 1024;
/** Before it there were no such tables. */
const FIRST_MONTH = '2026-11';
const READER_REASON =
  '2026-11-22: one role of one name in each account of the Organization, which trusts this function.';

export type TagCoverageProps = {
  hub: Hub;
  tags: NonNullable<Settings['tags']>;
  reports: Reports;
  /** What required-tags told of. */
  findings: Table;
  /** Where required-tags is told what to look at. */
  tagEvents: IQueue;
};

/** How much of everything bears its required tags, once a day: tables, a page, digests, and a second look for alerts. */
export class TagCoverage extends Construct {
  constructor(scope: Construct, id: string, { hub, tags, reports, findings, tagEvents }: TagCoverageProps) {
    super(scope, id);
    const { bucket, catalog } = reports;
    const { organization } = hub.settings;
    const made = tags.aggregator
      ? undefined
      : new TagAggregator(this, 'Everything', { isOrganization: organization !== undefined });
    const { function: sweep } = new CapabilityFunction<Environment>(this, 'Sweep', {
      name: NAME,
      environment: {
        REPORT_BUCKET: bucket.bucketName,
        DIRECTORY_TABLE: hub.directory.tableName,
        FINDINGS_TABLE: findings.tableName,
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        TAG_EVENTS_QUEUE_URL: tagEvents.queueUrl,
        AGGREGATOR: tags.aggregator ?? made?.aggregatorName ?? '',
        ACCOUNT_ID: Aws.ACCOUNT_ID,
        HOME_REGION: Aws.REGION,
        PARTITION: Aws.PARTITION,
      },
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      logRetention: hub.logRetention,
      settings: coverageSettingsOf(hub.settings, tags, Stack.of(this).stackName),
      ...(organization ? { assumes: [roleArn('*', READER_ROLE)] } : {}),
    });

    grants.readAggregator(made?.aggregatorArn, sweep);
    for (const { name } of [TAG_COVERAGE, TAG_VIOLATIONS]) grants.replaceTable(bucket, name, sweep);
    grants.keepState(bucket, NAME, sweep);
    grants.scanRows(findings, sweep);
    grants.send(tagEvents, sweep);
    grants.send(hub.alerts.queue, sweep);
    if (organization) {
      grants.scanRows(hub.directory, sweep);
      acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`, READER_REASON);
    } else {
      grants.readServices(COVERAGE_READS, sweep);
    }

    leaveMissedRuns(sweep, { retries: 1, missedRuns: hub.missedRuns });
    new FunctionSchedule(this, 'Daily', {
      function: sweep,
      // Before people begin to work, and not on the full hour, when everybody asks.
      expression: ScheduleExpression.cron({ hour: '4', minute: '50' }),
      missedRuns: hub.missedRuns,
      description: 'Measures how much of everything bears its required tags',
    });
    catalog.addTables(this, { tables: [TAG_COVERAGE, TAG_VIOLATIONS], parquet: false, since: FIRST_MONTH });
  }
}
