import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmText } from '#lib/platform/failure-alarm.ts';

/** A channel's outage may pass; after this people should know that they hear nothing. */
const LONGEST_WAIT = Duration.hours(1);

export type DelayAlarmProps = {
  /** The capability: the heading in the runbook. */
  capability: string;
  queue: IQueue;
  alarmTopic: ITopic;
  /** What people wait for, in one sentence. */
  failureImpact: string;
};

/**
 * Tells by e-mail that messages wait for long: what is retried for hours would reach the dead letters, and
 * their alarm, after a day only.
 */
export class DelayAlarm extends Construct {
  constructor(scope: Construct, id: string, props: DelayAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, 'Alarm', {
      alarmDescription: alarmText(props),
      metric: props.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: LONGEST_WAIT.toSeconds(),
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.alarmTopic));
  }
}
