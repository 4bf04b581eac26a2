import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

const RUNBOOK = 'docs/runbook.md';

export type FailureAlarmProps = {
  /** The capability: the heading in the runbook. */
  capability: string;
  deadLetters: IQueue;
  alarmTopic: ITopic;
  /** What people stop getting, in one sentence. */
  failureImpact: string;
};

/** What people read in the mail. */
export function alarmText(props: { failureImpact: string; capability: string }): string {
  return `${props.failureImpact} Runbook: ${RUNBOOK}#${props.capability}`;
}

/** Tells by e-mail that a capability has left something in its dead letters. */
export class FailureAlarm extends Construct {
  constructor(scope: Construct, id: string, props: FailureAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, 'Alarm', {
      alarmDescription: alarmText(props),
      metric: props.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.alarmTopic));
  }
}
