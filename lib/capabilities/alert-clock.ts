import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/alert-clock/environment.ts';
import { DUE_INDEX, OWED_INDEX } from '#lambdas/contracts/ledger.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { FunctionSchedule } from '#lib/platform/function-schedule.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { leaveMissedRuns } from '#lib/platform/leave-missed-runs.ts';

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

    grants.queryIndexes(ledger, [DUE_INDEX, OWED_INDEX], clock);
    grants.send(alerts.queue, clock);
    grants.send(outbox.queue, clock);

    leaveMissedRuns(clock, { retries: 0, missedRuns });
    new FunctionSchedule(this, 'EveryMinute', {
      function: clock,
      expression: ScheduleExpression.rate(Duration.minutes(1)),
      missedRuns,
      description: 'Wakes alerts that are due and channels that are owed an edit',
    });
  }
}
