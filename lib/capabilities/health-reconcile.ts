import { Aws, Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ReconcileSettings } from '#lambdas/contracts/settings.ts';
import type { Environment } from '#lambdas/health-reconcile/environment.ts';
import { regionsOfMembers } from '#lib/members/regions-of-members.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { QueueSchedule } from '#lib/platform/queue-schedule.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';
import type { Settings } from '#lib/settings.ts';

const NAME = 'health-reconcile';
/** Fifty accounts of an event take some twenty calls, of which AWS may allow one a second. */
const TIMEOUT = Duration.minutes(5);

export type HealthReconcileProps = {
  hub: Hub;
  /** The queue of health-alerts: what was missing goes the way of all events. */
  healthEvents: IQueue;
};

/** Events of AWS Health that never arrived are asked for once a day, where the support plan allows it. */
export class HealthReconcile extends Construct {
  constructor(scope: Construct, id: string, { hub, healthEvents }: HealthReconcileProps) {
    super(scope, id);
    const work = new CapabilityQueue(this, 'Work', {
      fifo: false,
      consumerTimeout: TIMEOUT,
      maxReceiveCount: 4,
    });
    const { queue, deadLetters } = work;
    const { function: reconcile } = new CapabilityFunction<Environment>(this, 'Compare', {
      name: NAME,
      environment: {
        LEDGER_TABLE: hub.ledger.tableName,
        RECONCILE_QUEUE_URL: queue.queueUrl,
        HEALTH_ALERTS_QUEUE_URL: healthEvents.queueUrl,
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        DEAD_LETTERS_URL: deadLetters.queueUrl,
        ACCOUNT_ID: Aws.ACCOUNT_ID,
        HOME_REGION: Aws.REGION,
      },
      timeout: TIMEOUT,
      logRetention: hub.logRetention,
      settings: settingsOf(hub.settings),
    });

    grants.useRows(hub.ledger, reconcile);
    for (const target of [queue, healthEvents, hub.alerts.queue, deadLetters]) grants.send(target, reconcile);
    grantHealthApi(this, reconcile, hub.settings);

    // Its first time is the deployment.
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
    new QueueSchedule(this, 'Daily', {
      to: work,
      expression: 'rate(1 day)',
      message: { kind: 'sweep' },
      description: 'Compares the ledger with the AWS Health API',
    });
    // The rate of calls is the Organization's: more at a time would only be told to wait.
    consumeQueue(reconcile, queue, { maxConcurrency: 2, batchSize: 1 });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages: work,
      failureImpact: 'Events of AWS Health that got lost on their way stay unknown.',
    });
  }
}

/** Public events are those of the Regions whose rules would have forwarded them. */
function settingsOf(settings: Settings): ReconcileSettings {
  return {
    view: settings.organization ? 'organization' : 'account',
    publicRegions: regionsOfMembers(settings).toSorted(),
  };
}

function grantHealthApi(scope: Construct, reconcile: Function, { organization }: Settings): void {
  if (organization) grants.readOrganizationHealth(reconcile);
  else grants.readAccountHealth(reconcile);
  const resources = organization ? ['*'] : ['*', 'arn:<AWS::Partition>:health:*::event/*'];
  for (const resource of resources) {
    const reason = '2026-11-22: AWS Health knows no narrower resource for these calls; they only read.';
    acknowledgeWildcard(scope, resource, reason);
  }
}
