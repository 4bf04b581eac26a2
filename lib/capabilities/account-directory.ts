import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/account-directory/environment.ts';
import type { DirectorySettings } from '#lambdas/contracts/settings.ts';
import { ORGANIZATION_EVENTS } from '#lib/event-patterns.ts';
import { externalIdOf } from '#lib/members/hub-identity.ts';
import type { OrganizationSettings } from '#lib/organization-settings.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { QueueSchedule } from '#lib/platform/queue-schedule.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import { receiveEvents } from '#lib/platform/receive-events.ts';
import { ORGANIZATION_READER_ROLE, roleArn } from '#lib/platform/role-names.ts';
import { globalRegionOf } from '#lib/regions.ts';
import type { Settings } from '#lib/settings.ts';

const NAME = 'account-directory';
/** To walk two thousand organizational units, two calls each, at the rate that AWS allows. */
const TIMEOUT = Duration.minutes(10);

export type AccountDirectoryProps = {
  hub: Hub;
  organization: OrganizationSettings;
  accountDirectory: NonNullable<Settings['accountDirectory']>;
};

/** Alerts name accounts, their owners and units: a daily sweep and the Organization's events keep them. */
export class AccountDirectory extends Construct {
  constructor(scope: Construct, id: string, { hub, organization, accountDirectory }: AccountDirectoryProps) {
    super(scope, id);
    const { managementAccount, targets } = organization;
    const work = new CapabilityQueue(this, 'Work', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      maxReceiveCount: 4,
      // Whatever is lost of it, the next day's sweep reads all accounts, and looks for those that are gone.
      deadLetters: hub.missedRuns,
    });
    const { queue, deadLetters } = work;
    const organizationRole = roleArn(managementAccount, ORGANIZATION_READER_ROLE);
    const settings: DirectorySettings = { ...accountDirectory, targets, managementAccount };
    const { function: keeper } = new CapabilityFunction<Environment>(this, 'Keeper', {
      name: NAME,
      environment: {
        DIRECTORY_TABLE: hub.directory.tableName,
        DIRECTORY_QUEUE_URL: queue.queueUrl,
        DEAD_LETTERS_URL: deadLetters.queueUrl,
        ORGANIZATION_ROLE_ARN: organizationRole,
        EXTERNAL_ID: externalIdOf(Stack.of(this).stackName),
        GLOBAL_REGION: globalRegionOf(hub.settings.hub?.region ?? ''),
      },
      timeout: TIMEOUT,
      logRetention: hub.logRetention,
      settings,
      assumes: [organizationRole],
    });

    grants.getRows(hub.directory, keeper);
    grants.putRows(hub.directory, keeper);
    grants.scanRows(hub.directory, keeper);
    grants.send(queue, keeper);
    grants.send(deadLetters, keeper);

    receiveEvents(this, { bus: hub.bus, messages: work, pattern: ORGANIZATION_EVENTS });
    // Its first time is the deployment.
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
    new QueueSchedule(this, 'Daily', {
      to: work,
      expression: 'rate(1 day)',
      message: { kind: 'sweep' },
      description: 'Reads all accounts of the Organization anew',
    });
    // One message at a time, by two: more would only be told to wait by AWS Organizations.
    consumeQueue(keeper, queue, { maxConcurrency: 2, batchSize: 1 });
  }
}
