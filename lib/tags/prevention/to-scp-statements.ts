import type { RequiredTag, TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import type { ScpStatement } from '#lib/tags/prevention/scp-statement.ts';
import { callsThatNeed, groupCalls, type TaggedCall } from '#lib/tags/prevention/tagged-calls.ts';

/** Who may make things without tags. AWS keeps service control policies from service-linked roles anyway. */
export const EXEMPT_ROLES = [
  'aws-service-role/*',
  'AWSControlTowerExecution',
  'stacksets-exec-*',
  'cdk-*-cfn-exec-role-*',
];

/** `exemptRoles`: paths and names of more roles, with `*`. */
export type ScpOptions = { exemptRoles?: string[]; partition?: string };

/** The statements of one key: each group of calls that lacks it, and each that brings a value that is not allowed. */
export function toScpStatements(
  policy: Pick<TagPolicy, 'tags' | 'types'>,
  tag: RequiredTag,
  options: ScpOptions,
): ScpStatement[][] {
  const groups = groupCalls(callsThatNeed(policy, tag.key));
  return [
    groups.map((group) => lacking(tag.key, group, options)),
    ...(tag.values ? [groups.map((group) => wrong(tag.key, tag.values ?? [], group, options))] : []),
  ];
}

/** Keys of one `Null` are joined by AND, and with either of two the call would pass: so each key has its own statement. */
function lacking(key: string, calls: TaggedCall[], options: ScpOptions): ScpStatement {
  return deny(calls, options, { Null: { [`aws:RequestTag/${key}`]: 'true' } });
}

/** `StringNotEquals` also holds where there is no tag; that is the other statement's affair. */
function wrong(key: string, values: string[], calls: TaggedCall[], options: ScpOptions): ScpStatement {
  // What begins with ${ would be a variable.
  const allowed = values.map((value) => value.replaceAll('${', '${$}{'));
  return deny(calls, options, {
    StringNotEquals: { [`aws:RequestTag/${key}`]: allowed },
    Null: { [`aws:RequestTag/${key}`]: 'false' },
  });
}

function deny(
  calls: TaggedCall[],
  { exemptRoles = [], partition = 'aws' }: ScpOptions,
  condition: ScpStatement['Condition'],
): ScpStatement {
  const roles = [...new Set([...EXEMPT_ROLES, ...exemptRoles])];
  const resources = [...new Set(calls.flatMap((call) => call.resources))].sort();
  return {
    Effect: 'Deny',
    Action: calls.map(({ action }) => action).sort(),
    Resource: resources.map((resource) => (resource === '*' ? '*' : `arn:${partition}:${resource}`)),
    Condition: {
      ...condition,
      ArnNotLike: { 'aws:PrincipalArn': roles.map((role) => `arn:${partition}:iam::*:role/${role}`) },
    },
  };
}
