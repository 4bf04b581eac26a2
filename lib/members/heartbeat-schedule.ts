import { Aws } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { HEARTBEATS } from '#lib/event-patterns.ts';

const [SOURCE = ''] = HEARTBEATS.source;
const [DETAIL_TYPE = ''] = HEARTBEATS.detailType;
/** All accounts at once would come as one burst. */
const WINDOW_MINUTES = 15;

/**
 * Once a day the account says on its own default bus that it is there, and which version it runs. A rate
 * without a start date begins at once, so that a deployment is proved within minutes.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
 */
export class HeartbeatSchedule extends Construct {
  constructor(scope: Construct, id: string, { version }: { version: string }) {
    super(scope, id);
    const busArn = `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`;
    const role = new Role(this, 'Role', {
      description: 'Puts the daily heartbeat of Reeve on the default bus',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        PutEvents: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['events:PutEvents'],
              resources: [busArn],
              conditions: { 'ForAllValues:StringEquals': { 'events:source': [SOURCE] } },
            }),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Daily', {
      description: 'The daily heartbeat of Reeve',
      scheduleExpression: 'rate(1 day)',
      flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: WINDOW_MINUTES },
      target: {
        arn: busArn,
        roleArn: role.roleArn,
        eventBridgeParameters: { source: SOURCE, detailType: DETAIL_TYPE },
        input: JSON.stringify({ version }),
      },
    });
  }
}
