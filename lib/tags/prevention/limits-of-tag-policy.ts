import { type RequiredTag, type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { tagPolicyTypeOf } from '#lib/tags/prevention/tag-policy-types.ts';
import { keysOfTagPolicy, tagPolicyValues } from '#lib/tags/prevention/to-tag-policy-document.ts';

/** What the tag policy of a policy cannot do, and where it says something else, in sentences. */
export function limitsOfTagPolicy(
  policy: TagPolicy,
  { folded, enforced }: { folded: boolean; enforced: boolean },
): string[] {
  const needed = policy.types.filter((type) => tagsOfType(policy, type).length > 0);
  const unknown = needed.filter((type) => !tagPolicyTypeOf(type));
  const unreported = needed.filter((type) => tagPolicyTypeOf(type) && !tagPolicyTypeOf(type)?.requirable);
  const unforced = needed.filter((type) => tagPolicyTypeOf(type) && !tagPolicyTypeOf(type)?.enforceable);
  const kept = keysOfTagPolicy(policy.tags);
  return [
    'It keeps nobody from making things without a tag: it reports them, and stops CloudFormation, Terraform and Pulumi only where those are told to ask.',
    'What tells CloudFormation to ask is a hook of AWS (AWS::TagPolicies::TaggingComplianceValidator). Activate it to warn first: with it, cdk deploy may fail with “Invalid cloudformation template format error.” (aws/aws-cdk-cli#1251).',
    ...kept.flatMap(valueLimits),
    ...policy.tags
      .filter((tag) => !kept.includes(tag))
      .map(
        ({ key }) =>
          `${key} is left out: another key differs from it in case alone, and a tag policy takes one.`,
      ),
    ...listed('Missing tags of these types are not reported:', unreported),
    ...listed('These types are not in our list of what tag policies know:', unknown),
    ...(enforced ? listed('Wrong tags of these types are not refused:', unforced) : []),
    ...(folded
      ? [
          'It is wider than the policy: whole services stand for their types (ALL_SUPPORTED), since the types by name were too long.',
        ]
      : []),
    ...(kept.some((tag) => !tagPolicyValues(tag))
      ? ['A blank value passes where no values are listed.']
      : []),
    ...(policy.exemptions.length > 0 ? ['Exemptions of the policy are not known to it.'] : []),
    ...listed('It holds where it is attached. Attach it only to', [
      ...(policy.accounts ?? []),
      ...(policy.ous ?? []),
    ]),
  ];
}

function valueLimits(tag: RequiredTag): string[] {
  const { key, values, pattern } = tag;
  const held = tagPolicyValues(tag);
  if (values) return held ? [] : [`Values of ${key} are left out: * in a value would stand for anything.`];
  if (pattern === undefined || (held?.[0] === pattern && !pattern.includes('*'))) return [];
  return held
    ? [`${key} is wider than the policy: ${pattern} becomes ${held.join()}.`]
    : [`The pattern of ${key} is left out: a tag policy has no word for ${pattern}.`];
}

function listed(intro: string, names: string[]): string[] {
  return names.length > 0 ? [`${intro} ${names.join(', ')}.`] : [];
}
