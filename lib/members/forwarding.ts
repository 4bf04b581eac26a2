import type { CfnCondition } from 'aws-cdk-lib';
import { Aws } from 'aws-cdk-lib';
import { type CfnRule, EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as EventBusTarget } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type HubIdentity, hubBusArn } from '#lib/members/hub-identity.ts';
import { FORWARDER_PATH } from '#lib/platform/role-names.ts';

export type ForwardedEvents = {
  id: string;
  description: string;
  pattern: EventPattern;
  condition?: CfnCondition | undefined;
};
export type ForwardingProps = { hub: HubIdentity; events: ForwardedEvents[] };

/**
 * Events of an account's default bus go to the hub. No dead letters: nobody would look for them in every
 * account. A way that is broken stops the heartbeat, which the hub tells of.
 */
export class Forwarding extends Construct {
  constructor(scope: Construct, id: string, { hub, events }: ForwardingProps) {
    super(scope, id);
    const busArn = hubBusArn(hub);
    const role = new Role(this, 'Role', {
      path: FORWARDER_PATH,
      description: 'Forwards events to Reeve',
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const target = new EventBusTarget(EventBus.fromEventBusArn(this, 'Hub', busArn), { role });
    for (const { id, description, pattern, condition } of events) {
      const rule = new Rule(this, id, { description, eventPattern: pattern, targets: [target] });
      if (condition) (rule.node.defaultChild as CfnRule).cfnOptions.condition = condition;
    }
  }
}
