import type { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { DelayAlarm } from '#lib/platform/delay-alarm.ts';
import { FailureAlarm } from '#lib/platform/failure-alarm.ts';

export type QueueAlarmsProps = {
  capability: string;
  alarmTopic: ITopic;
  messages: Pick<CapabilityQueue, 'queue' | 'deadLetters'>;
  /** What people wait for while messages wait. Only where they are tried for hours before they are dead letters. */
  delayImpact?: string;
  /** What people stop getting when messages are dead letters, in one sentence. */
  failureImpact: string;
  longestWait?: Duration;
};

/** The alarms of a queue that a function reads: its messages have failed; they wait, where failing takes them hours. */
export function addQueueAlarms(scope: Construct, props: QueueAlarmsProps): void {
  const { capability, alarmTopic, messages, delayImpact, failureImpact, longestWait } = props;
  if (delayImpact) {
    new DelayAlarm(scope, 'Delay', {
      capability,
      alarmTopic,
      queue: messages.queue,
      failureImpact: delayImpact,
      ...(longestWait ? { longestWait } : {}),
    });
  }
  new FailureAlarm(scope, 'Failure', {
    capability,
    alarmTopic,
    deadLetters: messages.deadLetters,
    failureImpact,
  });
}
