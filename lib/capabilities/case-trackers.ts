import { Aws, Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/case-trackers/environment.ts';
import { ANSWER_READS, ANSWER_WRITES } from '#lib/members/shares/case-trackers.ts';
import { AccountRowsTable } from '#lib/platform/account-rows-table.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { FunctionSchedule } from '#lib/platform/function-schedule.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { leaveMissedRuns } from '#lib/platform/leave-missed-runs.ts';
import { READER_ROLE, roleArn, WRITER_ROLE } from '#lib/platform/role-names.ts';
import type { Support } from '#lib/support/support-block.ts';
import { trackerSettingsOf } from '#lib/support/tracker-settings.ts';

const REASON = '2026-11-23: roles of fixed names in accounts of the Organization, which trust this function.';
const NAME = 'case-trackers';
/** Hundreds of messages, one a second; what is left is the next run's. */
const TIMEOUT = Duration.minutes(15);
/** Files of 25 MB, each as a whole: ten of them took 300 MB. */
const CARRIER_MEGABYTES = 512;

/** `cases`: the table of cases. `redacted`: the threads that people read. */
export type CaseTrackersProps = { hub: Hub; support: Support; cases: Table; redacted: Bucket };

/** Mirrors cases of AWS Support into trackers. It has no right to the raw store, nor to write what it reads. */
export class CaseTrackers extends Construct {
  readonly function: Function;
  /** What each tracker was told of each case. */
  readonly links: Table;

  constructor(scope: Construct, id: string, { hub, support, cases, redacted }: CaseTrackersProps) {
    super(scope, id);
    const links = new AccountRowsTable(this, 'Links').table;
    const { organization } = hub.settings;
    const settings = trackerSettingsOf(hub.settings, support, {
      region: hub.settings.hub?.region ?? '',
      stack: Stack.of(this).stackName,
    });
    const roles = [READER_ROLE, WRITER_ROLE];
    const assumes = support.answers && organization ? roles.map((name) => roleArn('*', name)) : undefined;
    const { function: mirror } = new CapabilityFunction<Environment>(this, 'Mirror', {
      name: NAME,
      environment: {
        CASES_TABLE: cases.tableName,
        CASES_BUCKET: redacted.bucketName,
        TRACKERS_TABLE: links.tableName,
        DIRECTORY_TABLE: hub.directory.tableName,
        ACCOUNT_ID: Aws.ACCOUNT_ID,
        PARTITION: Aws.PARTITION,
      },
      timeout: TIMEOUT,
      ...(support.answers ? { memoryMegabytes: CARRIER_MEGABYTES } : {}),
      logRetention: hub.logRetention,
      settings,
      ...(assumes ? { assumes } : {}),
    });
    grants.queryRows(cases, mirror);
    grants.readFiles(redacted, 'redacted', mirror);
    grants.useRows(links, mirror);
    if (assumes)
      for (const name of roles) acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${name}`, REASON);
    else if (support.answers) grants.readServices([...ANSWER_READS, ...ANSWER_WRITES], mirror);
    if (organization) grants.scanRows(hub.directory, mirror);
    for (const { secretName } of settings.trackers) grants.readSecret(secretName, mirror);

    // What no trigger brought the next sweep finds; what fails for good is left where somebody sees it.
    leaveMissedRuns(mirror, { retries: 0, missedRuns: hub.missedRuns });
    new FunctionSchedule(this, 'Sweep', {
      function: mirror,
      description: 'Compares the cases of all accounts with their trackers',
      expression: ScheduleExpression.rate(Duration.minutes(support.everyMinutes)),
      message: { kind: 'sweep' },
      missedRuns: hub.missedRuns,
    });
    this.function = mirror;
    this.links = links;
  }
}
