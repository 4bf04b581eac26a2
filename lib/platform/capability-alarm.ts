import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

const RUNBOOK = 'docs/runbook.md';

/** What every alarm of the house says, and to whom. */
export type AlarmText = {
  /** The capability: the heading in the runbook. */
  capability: string;
  alarmTopic: ITopic;
  /** What people stop getting, or wait for, in one sentence. */
  failureImpact: string;
};

/** Tells by e-mail as soon as a metric reaches its threshold; no data is good news. */
export function addCapabilityAlarm(
  scope: Construct,
  text: AlarmText,
  metric: IMetric,
  threshold: number,
): void {
  const alarm = new Alarm(scope, 'Alarm', {
    alarmDescription: `${text.failureImpact} Runbook: ${RUNBOOK}#${text.capability}`,
    metric,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(text.alarmTopic));
}
