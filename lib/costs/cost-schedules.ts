import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Hub } from '#lib/platform/hub.ts';
import { QueueSchedule } from '#lib/platform/queue-schedule.ts';
import type { Settings } from '#lib/settings.ts';

/** All runs are of one group of the queue: Cost Explorer is asked one question after the other. */
const GROUP = 'cost-explorer';

export type CostSchedulesProps = { hub: Hub; costs: NonNullable<Settings['costs']>; queue: IQueue };

/**
 * The starts of the daily and of the monthly run. What could not be started is no dead letter of the runs: those of
 * a schedule cannot be a FIFO queue.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
 */
export class CostSchedules extends Construct {
  constructor(scope: Construct, id: string, { hub, costs, queue }: CostSchedulesProps) {
    super(scope, id);
    const { dailyAt, closeDay } = costs;
    const runs = [
      { set: 'daily', expression: `cron(0 ${dailyAt} * * ? *)`, description: 'Costs of the last days' },
      {
        set: 'monthly',
        // Behind the daily one, so that its digest is not kept waiting.
        expression: `cron(30 ${dailyAt} ${closeDay} * ? *)`,
        description: 'Costs of the last months',
      },
    ];
    for (const { set, expression, description } of runs) {
      new QueueSchedule(this, set === 'daily' ? 'Daily' : 'Monthly', {
        to: { queue, deadLetters: hub.missedRuns },
        messageGroupId: GROUP,
        expression,
        message: { kind: 'run', set, at: '<aws.scheduler.scheduled-time>' },
        description,
      });
    }
  }
}
