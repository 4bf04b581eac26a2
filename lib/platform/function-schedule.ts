import { Aws, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction, Function } from 'aws-cdk-lib/aws-lambda';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';

export type FunctionScheduleProps = {
  function: Function;
  expression: ScheduleExpression;
  description: string;
  /** What the function is told; nothing unless given. */
  message?: object;
  /** Where a run is left that could not be started. */
  missedRuns: IQueue;
};

/**
 * Runs a function at once, again and again, by no queue that would have to be asked all day. What follows a run that
 * fails is the function's own affair: `leaveMissedRuns`.
 */
export class FunctionSchedule extends Construct {
  constructor(scope: Construct, id: string, props: FunctionScheduleProps) {
    super(scope, id);
    const { function: target, expression, description, message, missedRuns } = props;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    acknowledgeWildcard(
      role,
      `<${Stack.of(this).getLogicalId(target.node.defaultChild as CfnFunction)}.Arn>:*`,
      '2026-11-22: the grant of CDK includes versions of the function; there are none.',
    );
    new Schedule(this, 'Schedule', {
      schedule: expression,
      target: new LambdaInvoke(target, {
        deadLetterQueue: missedRuns,
        retryAttempts: 2,
        role,
        ...(message ? { input: ScheduleTargetInput.fromObject(message) } : {}),
      }),
      description,
    });
  }
}
