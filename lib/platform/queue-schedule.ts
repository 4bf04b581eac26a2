import { Aws } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type QueueScheduleProps = {
  /** The message goes to the queue; one that cannot, to the dead letters, which cannot be a FIFO queue. */
  to: { queue: IQueue; deadLetters: IQueue };
  /** Of a FIFO queue. */
  messageGroupId?: string;
  /** In UTC. `rate(…)` begins as soon as the schedule is made. */
  expression: string;
  message: object;
  description: string;
};

/**
 * Sends a message to a queue again and again: work that takes long begins there, with a queue's retries. Not
 * CDK's target for queues, whose grant holds actions that EventBridge never calls.
 */
export class QueueSchedule extends Construct {
  constructor(scope: Construct, id: string, props: QueueScheduleProps) {
    super(scope, id);
    const { queue, deadLetters } = props.to;
    const send = new PolicyStatement({
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn, deadLetters.queueArn],
    });
    const role = new Role(this, 'Role', {
      description: props.description,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: { Send: new PolicyDocument({ statements: [send] }) },
    });
    new CfnSchedule(this, 'Schedule', {
      description: props.description,
      scheduleExpression: props.expression,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.queueArn,
        roleArn: role.roleArn,
        input: JSON.stringify(props.message),
        ...(props.messageGroupId ? { sqsParameters: { messageGroupId: props.messageGroupId } } : {}),
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
  }
}
