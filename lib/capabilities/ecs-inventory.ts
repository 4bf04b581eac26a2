import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { ECS_SERVICES } from '#lambdas/contracts/ecs-service-table.ts';
import type { EcsInventorySettings } from '#lambdas/contracts/settings.ts';
import type { Environment } from '#lambdas/ecs-inventory/environment.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import { SERVICE_READS } from '#lib/members/shares/ecs-inventory.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { FunctionSchedule } from '#lib/platform/function-schedule.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { leaveMissedRuns } from '#lib/platform/leave-missed-runs.ts';
import type { Reports } from '#lib/platform/reports.ts';
import { READER_ROLE, roleArn } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';

const NAME = 'ecs-inventory';
/** Some thousand accounts, ten side by side. */
const TIMEOUT = Duration.minutes(15);
const MEMORY_MEGABYTES = 512;
/** Before it there was no such table. */
const FIRST_MONTH = '2026-11';
const REASON =
  '2026-11-22: one role of one name in each account of the Organization, which trusts this function.';

export type EcsInventoryProps = { hub: Hub; reports: Reports };

/** How all services of Amazon ECS stand, once a day, as a table in the report bucket. */
export class EcsInventory extends Construct {
  constructor(scope: Construct, id: string, { hub, reports }: EcsInventoryProps) {
    super(scope, id);
    const { bucket, catalog } = reports;
    const { organization } = hub.settings;
    const { function: sweep } = new CapabilityFunction<Environment>(this, 'Sweep', {
      name: NAME,
      environment: {
        REPORT_BUCKET: bucket.bucketName,
        DIRECTORY_TABLE: hub.directory.tableName,
        ACCOUNT_ID: Aws.ACCOUNT_ID,
        HOME_REGION: Aws.REGION,
        PARTITION: Aws.PARTITION,
      },
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      logRetention: hub.logRetention,
      settings: settingsOf(hub.settings, Stack.of(this).stackName),
      ...(organization ? { assumes: [roleArn('*', READER_ROLE)] } : {}),
    });

    grants.replaceTable(bucket, ECS_SERVICES.name, sweep);
    if (organization) {
      grants.scanRows(hub.directory, sweep);
      acknowledgeWildcard(this, `arn:<AWS::Partition>:iam::*:role/${READER_ROLE}`, REASON);
    } else {
      grants.readServices(SERVICE_READS, sweep);
    }

    leaveMissedRuns(sweep, { retries: 1, missedRuns: hub.missedRuns });
    new FunctionSchedule(this, 'Daily', {
      function: sweep,
      // Before people begin to work, and not on the full hour, when everybody asks.
      expression: ScheduleExpression.cron({ hour: '5', minute: '40' }),
      missedRuns: hub.missedRuns,
      description: 'Writes down how all services of Amazon ECS stand',
    });
    catalog.addTables(this, { tables: [ECS_SERVICES], parquet: false, since: FIRST_MONTH });
  }
}

function settingsOf({ regions, accounts, organization }: Settings, stack: string): EcsInventorySettings {
  if (!organization) return { regions, accounts };
  const { managementAccount } = organization;
  const reader = { roleName: READER_ROLE, externalId: externalIdOf(stack) };
  return { regions, accounts, organization: { managementAccount, reader } };
}
