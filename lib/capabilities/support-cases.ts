import { Aws, Duration, Lazy, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as EventBusTarget, LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { SUPPORT_ACCOUNTS, SUPPORT_CASES } from '#lambdas/contracts/support/support-tables.ts';
import type { Environment } from '#lambdas/support-cases/environment.ts';
import { SUPPORT_CASE_UPDATES } from '#lib/event-patterns.ts';
import { caseReads } from '#lib/members/shares/support-cases.ts';
import { AccountRowsTable } from '#lib/platform/account-rows-table.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { FunctionSchedule } from '#lib/platform/function-schedule.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { leaveMissedRuns } from '#lib/platform/leave-missed-runs.ts';
import type { Reports } from '#lib/platform/reports.ts';
import { READER_ROLE, roleArn } from '#lib/platform/role-names.ts';
import { CaseBucket } from '#lib/support/case-bucket.ts';
import type { Support } from '#lib/support/support-block.ts';
import { supportSettingsOf } from '#lib/support/support-settings.ts';

const NAME = 'support-cases';
/** Ten accounts side by side, a few calls each; what is left of the months at install is the next run's. */
const TIMEOUT = Duration.minutes(15);
const MEMORY_MEGABYTES = 1024;
const TABLES = [SUPPORT_CASES, SUPPORT_ACCOUNTS];
/** Before it there were no such tables. */
const FIRST_MONTH = '2026-11';
const REASON =
  '2026-11-23: one role of one name in each account of the Organization, which trusts this function.';

export type SupportCasesProps = { hub: Hub; support: Support; reports: Reports };

/** Cases of AWS Support of every account: kept, redacted, and told in one thread each. */
export class SupportCases extends Construct {
  readonly rows: Table;
  /** The threads that people read. */
  readonly redacted: Bucket;
  readonly #sync: Function;
  #trackers: Function | undefined;

  constructor(scope: Construct, id: string, { hub, support, reports }: SupportCasesProps) {
    super(scope, id);
    const rows = new AccountRowsTable(this, 'Rows').table;
    const raw = new CaseBucket(this, 'Raw');
    const redacted = new CaseBucket(this, 'Redacted');
    const { function: sync } = new CapabilityFunction<Environment>(this, 'Sync', {
      name: NAME,
      environment: {
        CASES_TABLE: rows.tableName,
        RAW_BUCKET: raw.bucket.bucketName,
        CASES_BUCKET: redacted.bucket.bucketName,
        REPORT_BUCKET: reports.bucket.bucketName,
        DIRECTORY_TABLE: hub.directory.tableName,
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        ACCOUNT_ID: Aws.ACCOUNT_ID,
        HOME_REGION: Aws.REGION,
        PARTITION: Aws.PARTITION,
        TRACKERS_FUNCTION: Lazy.string({ produce: () => this.#trackers?.functionName ?? '' }),
      },
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      logRetention: hub.logRetention,
      settings: supportSettingsOf(hub.settings, support, {
        region: hub.settings.hub?.region ?? '',
        stack: Stack.of(this).stackName,
      }),
      ...(hub.settings.organization ? { assumes: [roleArn('*', READER_ROLE)] } : {}),
    });

    grants.useRows(rows, sync);
    grants.deleteRows(rows, sync);
    grants.scanRows(rows, sync);
    grants.readFiles(raw.bucket, 'raw', sync);
    grants.replaceFiles(raw.bucket, 'raw', sync);
    if (support.attachments) grants.addFiles(raw.bucket, 'attachments', sync);
    grants.replaceFiles(redacted.bucket, 'redacted', sync);
    const mayOpen = support.rawReaders.map((name) => roleArn(Aws.ACCOUNT_ID, name));
    raw.readableOnlyBy([sync.role?.roleArn ?? '', ...mayOpen]);
    redacted.keepForGood('audit');
    grants.send(hub.alerts.queue, sync);
    if (hub.settings.organization) {
      grants.scanRows(hub.directory, sync);
      acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`, REASON);
    } else {
      grants.readServices(caseReads(support), sync);
    }
    grants.keepState(reports.bucket, NAME, sync);
    for (const { name } of TABLES) grants.replaceTable(reports.bucket, name, sync);
    reports.catalog.addTables(this, { tables: TABLES, parquet: false, since: FIRST_MONTH });

    this.run(sync, hub, support);
    this.rows = rows;
    this.redacted = redacted.bucket;
    this.#sync = sync;
  }

  /** Has a function told of each case that changed, as soon as it did. */
  announcesTo(trackers: Function): void {
    this.#trackers = trackers;
    grants.invoke(trackers, this.#sync);
  }

  /**
   * An event only says that a case is worth a look, and its first tries often come before AWS shows the news: Lambda's own
   * two, a minute and two later, are the wait. What they miss the next sweep finds.
   */
  private run(sync: Function, { bus, missedRuns }: Hub, { everyMinutes }: Support): void {
    leaveMissedRuns(sync, { retries: 2, missedRuns });
    new Rule(this, 'Forward', {
      eventPattern: SUPPORT_CASE_UPDATES,
      eventBus: EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      targets: [new EventBusTarget(bus, { deadLetterQueue: missedRuns })],
    });
    new Rule(this, 'Receive', {
      eventPattern: SUPPORT_CASE_UPDATES,
      eventBus: bus,
      targets: [new LambdaFunction(sync, { deadLetterQueue: missedRuns })],
    });
    new FunctionSchedule(this, 'Sweep', {
      function: sync,
      description: 'Reads the cases of all accounts',
      expression: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      message: { kind: 'sweep', run: '<aws.scheduler.execution-id>' },
      missedRuns,
    });
    new FunctionSchedule(this, 'Report', {
      function: sync,
      description: 'Says which accounts are not read, and why, and measures all cases',
      expression: ScheduleExpression.cron({ hour: '6', minute: '20' }),
      message: { kind: 'report' },
      missedRuns,
    });
  }
}
