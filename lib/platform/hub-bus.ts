import { Aws } from 'aws-cdk-lib';
import { type CfnEventBus, EventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { managementEvents } from '#lib/members/management-events.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import type { OrganizationSettings } from '#lib/organization-settings.ts';
import { FORWARDER_PATH } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';

export type HubBusProps = { name: string; settings: Settings };

/**
 * Where the events of all accounts come together. Of other accounts it takes only what Reeve's own rules
 * forward: from this Organization, of the sources that members forward, by a role of Reeve's path.
 */
export class HubBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { name, settings }: HubBusProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: name,
      description: 'Events that Reeve learns from',
    });
    if (settings.organization) {
      // Not CDK's AWS::Events::EventBusPolicy: with it each synth warns of a property that nobody uses.
      const resource = this.bus.node.defaultChild as CfnEventBus;
      resource.policy = new PolicyDocument({
        statements: [forwarders(name, settings, settings.organization)],
      });
    }
  }
}

function forwarders(bus: string, settings: Settings, { id }: OrganizationSettings): PolicyStatement {
  return new PolicyStatement({
    sid: 'Members',
    principals: [new AnyPrincipal()],
    actions: ['events:PutEvents'],
    resources: [`arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/${bus}`],
    conditions: {
      StringEquals: { 'aws:PrincipalOrgID': id },
      // A key of many values, as one call may carry many events.
      'ForAllValues:StringEquals': { 'events:source': forwardedSources(settings) },
      ArnLike: { 'aws:PrincipalArn': `arn:${Aws.PARTITION}:iam::*:role${FORWARDER_PATH}*` },
    },
  });
}

function forwardedSources(settings: Settings): string[] {
  const patterns = memberShares(settings).flatMap(({ rules }) => rules.map(({ pattern }) => pattern));
  const ofMembers = patterns.flatMap(({ source = [] }) => source);
  const ofManagement = managementEvents(settings).flatMap(({ pattern: { source = [] } }) => source);
  return [...new Set([...ofMembers, ...ofManagement])].sort();
}
