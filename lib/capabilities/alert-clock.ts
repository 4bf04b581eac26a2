import { Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/alert-clock/environment.ts';
import { DUE_INDEX, OWED_INDEX } from '#lambdas/contracts/ledger.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';

const NAME = 'alert-clock';

/** The only way to wait: once a minute it wakes the alerts that are due and the channels that are owed an edit. */
export class AlertClock extends Construct {
  constructor(scope: Construct, id: string, { hub }: { hub: Hub }) {
    super(scope, id);
    const { alerts, outbox, ledger, missedRuns } = hub;
    const { function: clock } = new CapabilityFunction<Environment>(this, 'Clock', {
      name: NAME,
      environment: {
        LEDGER_TABLE: ledger.tableName,
        ALERTS_QUEUE_URL: alerts.queue.queueUrl,
        OUTBOX_QUEUE_URL: outbox.queue.queueUrl,
      },
      timeout: Duration.seconds(50),
      logRetention: hub.logRetention,
    });
    clock.configureAsyncInvoke({ onFailure: new SqsDestination(missedRuns), retryAttempts: 0 });

    grants.queryIndexes(ledger, [DUE_INDEX, OWED_INDEX], clock);
    grants.send(alerts.queue, clock);
    grants.send(outbox.queue, clock);

    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(clock.node.defaultChild as CfnFunction)}.Arn>:*]`,
      reason: '2026-11-22: the grant of CDK includes versions of the function; there are none.',
    });
    new Schedule(this, 'EveryMinute', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(clock, { deadLetterQueue: missedRuns, retryAttempts: 2, role }),
      description: 'Wakes alerts that are due and channels that are owed an edit',
    });
  }
}
