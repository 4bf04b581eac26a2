import { Duration, Validations } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FailureAlarm } from '#lib/platform/failure-alarm.ts';

/**
 * Dead letters of all that is done by the clock, with one alarm: what was missed is done by the next run, so that no
 * letter is ever sent back, and each says whose it is.
 */
export class MissedRuns extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { alarmTopic }: { alarmTopic: ITopic }) {
    super(scope, id);
    this.queue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: '2026-11-22: these are dead letters themselves, of schedules and of what they start.',
    });
    new FailureAlarm(this, 'Failure', {
      capability: 'missed-runs',
      deadLetters: this.queue,
      alarmTopic,
      failureImpact:
        'Something that is done by the clock was not done: reminders, heartbeats, names of accounts, daily tables or reports come late or stay out.',
    });
  }
}
