import { Aws } from 'aws-cdk-lib';
import { roleArn } from '#lib/platform/role-names.ts';
import type { Settings } from '#lib/settings.ts';

/** By what other accounts know the hub. */
export type HubIdentity = {
  /** The account that the stack itself is in, unless given. */
  account?: string;
  region: string;
  /** The name of the stack, and of the bus. */
  stack: string;
  organizationId?: string;
  externalId: string;
};

export function hubIdentity({ hub, organization }: Settings, stack: string): HubIdentity {
  if (!hub) throw new Error('Settings without a hub have no members');
  return {
    ...(hub.account ? { account: hub.account } : {}),
    region: hub.region,
    stack,
    ...(organization ? { organizationId: organization.id } : {}),
    externalId: externalIdOf(stack),
  };
}

/** Two deployments of one account do not take each other's roles. It is no secret. */
export function externalIdOf(stack: string): string {
  return `reeve/${stack}`;
}

export function hubBusArn({ account = Aws.ACCOUNT_ID, region, stack }: HubIdentity): string {
  return `arn:${Aws.PARTITION}:events:${region}:${account}:event-bus/${stack}`;
}

export function roleArnOfHub({ account = Aws.ACCOUNT_ID }: HubIdentity, name: string): string {
  return roleArn(account, name);
}
