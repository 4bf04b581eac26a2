import { Aws, Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ADVISOR_ACCOUNTS, ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';
import type { Environment } from '#lambdas/trusted-advisor-sweep/environment.ts';
import { advisorReads } from '#lib/members/shares/trusted-advisor.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { FunctionSchedule } from '#lib/platform/function-schedule.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { leaveMissedRuns } from '#lib/platform/leave-missed-runs.ts';
import type { Reports } from '#lib/platform/reports.ts';
import { READER_ROLE, roleArn } from '#lib/platform/role-names.ts';
import type { TrustedAdvisor } from '#lib/trusted-advisor/advisor-block.ts';
import { advisorSweepSettingsOf } from '#lib/trusted-advisor/advisor-settings.ts';

const NAME = 'trusted-advisor-sweep';
/** Ten accounts side by side, each with some hundred calls, four a second: what is left over is the next hour's. */
const TIMEOUT = Duration.minutes(15);
const MEMORY_MEGABYTES = 1024;
const TABLES = [ADVISOR_ITEMS, ADVISOR_ACCOUNTS];
/** Before it there were no such tables. */
const FIRST_MONTH = '2026-11';
const REASON =
  '2026-11-23: one role of one name in each account of the Organization, which trusts this function.';

export type TrustedAdvisorSweepProps = {
  hub: Hub;
  advisor: TrustedAdvisor;
  reports: Reports;
  /** What trusted-advisor-alerts knows of items. */
  items: Table;
  /** Where trusted-advisor-alerts is told what no event told. */
  advisorEvents: IQueue;
};

/** What Trusted Advisor flags in every account, read once a day: what no event told, tables, a page, digests. */
export class TrustedAdvisorSweep extends Construct {
  constructor(scope: Construct, id: string, props: TrustedAdvisorSweepProps) {
    super(scope, id);
    const { hub, advisor, reports, items, advisorEvents } = props;
    const { bucket, catalog } = reports;
    const { organization } = hub.settings;
    const { function: sweep } = new CapabilityFunction<Environment>(this, 'Sweep', {
      name: NAME,
      environment: {
        REPORT_BUCKET: bucket.bucketName,
        DIRECTORY_TABLE: hub.directory.tableName,
        ITEMS_TABLE: items.tableName,
        ADVISOR_QUEUE_URL: advisorEvents.queueUrl,
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        ACCOUNT_ID: Aws.ACCOUNT_ID,
        HOME_REGION: Aws.REGION,
        PARTITION: Aws.PARTITION,
      },
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      logRetention: hub.logRetention,
      settings: advisorSweepSettingsOf(hub.settings, advisor, {
        region: hub.settings.hub?.region ?? '',
        stack: Stack.of(this).stackName,
      }),
      ...(organization ? { assumes: [roleArn('*', READER_ROLE)] } : {}),
    });

    grants.useRows(items, sweep);
    for (const { name } of TABLES) grants.replaceTable(bucket, name, sweep);
    grants.keepState(bucket, NAME, sweep);
    grants.send(advisorEvents, sweep);
    grants.send(hub.alerts.queue, sweep);
    if (organization) {
      grants.scanRows(hub.directory, sweep);
      acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`, REASON);
    } else {
      grants.readServices(advisorReads(advisor), sweep);
    }

    // The next hour tries again. A retry would find nothing due, and end as if nothing had failed.
    leaveMissedRuns(sweep, { retries: 0, missedRuns: hub.missedRuns });
    new FunctionSchedule(this, 'Hourly', {
      function: sweep,
      expression: ScheduleExpression.rate(Duration.hours(1)),
      missedRuns: hub.missedRuns,
      description: 'Reads Trusted Advisor of the accounts whose day has come',
    });
    catalog.addTables(this, { tables: TABLES, parquet: false, since: FIRST_MONTH });
  }
}
