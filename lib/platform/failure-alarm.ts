import { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlarmText, addCapabilityAlarm } from '#lib/platform/capability-alarm.ts';

export type FailureAlarmProps = AlarmText & { deadLetters: IQueue };

/** Tells by e-mail that a capability has left something in its dead letters. */
export class FailureAlarm extends Construct {
  constructor(scope: Construct, id: string, { deadLetters, ...text }: FailureAlarmProps) {
    super(scope, id);
    const metric = deadLetters.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    });
    addCapabilityAlarm(this, text, metric, 1);
  }
}
