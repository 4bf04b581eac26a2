import { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlarmText, addCapabilityAlarm } from '#lib/platform/capability-alarm.ts';

/** A channel's outage may pass; after this people should know that they hear nothing. */
const LONGEST_WAIT = Duration.hours(1);

export type DelayAlarmProps = AlarmText & {
  queue: IQueue;
  /** Where longer is no reason for worry. */
  longestWait?: Duration;
};

/**
 * Tells by e-mail that messages wait for long: what is retried for hours would reach the dead letters, and
 * their alarm, after a day only.
 */
export class DelayAlarm extends Construct {
  constructor(scope: Construct, id: string, { queue, longestWait = LONGEST_WAIT, ...text }: DelayAlarmProps) {
    super(scope, id);
    const metric = queue.metricApproximateAgeOfOldestMessage({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    });
    addCapabilityAlarm(this, text, metric, longestWait.toSeconds());
  }
}
