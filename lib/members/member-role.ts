import {
  AccountPrincipal,
  AccountRootPrincipal,
  PolicyDocument,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type HubIdentity, roleArnOfHub } from '#lib/members/hub-identity.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';
import type { ScopedActions } from '#lib/platform/scoped-actions.ts';

const REASON =
  '2026-11-22: named actions that read or describe; they have no narrower resource that is known before.';

export type MemberRoleProps = {
  roleName: string;
  description: string;
  actions: string[];
  /** Actions that have a resource which is known before. */
  scoped?: ScopedActions;
  hub: HubIdentity;
  /** The roles of the hub account that may assume this one, by name. */
  trusted: string[];
};

/**
 * A role for some roles of the hub account. It trusts the account under conditions: a trusted role would have
 * to exist before, and a trust in one that is made anew is lost without a word.
 */
export function addMemberRole(scope: Construct, id: string, props: MemberRoleProps): Role {
  const { roleName, description, actions, scoped, hub, trusted } = props;
  const account = hub.account ? new AccountPrincipal(hub.account) : new AccountRootPrincipal();
  const role = new Role(scope, id, {
    roleName,
    description,
    assumedBy: account.withConditions({
      StringEquals: {
        'aws:PrincipalArn': trusted.map((name) => roleArnOfHub(hub, name)),
        'sts:ExternalId': hub.externalId,
        ...(hub.organizationId ? { 'aws:PrincipalOrgID': hub.organizationId } : {}),
      },
    }),
    inlinePolicies: {
      // `actions`: none of these has resource-level permissions, or a resource that could be known before.
      Actions: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions, resources: ['*'] }),
          ...(scoped ? [new PolicyStatement({ actions: scoped.actions, resources: scoped.resources })] : []),
        ],
      }),
    },
  });
  for (const resource of ['*', ...(scoped?.wildcards ?? [])]) {
    acknowledgeWildcard(role, resource, REASON);
  }
  return role;
}
