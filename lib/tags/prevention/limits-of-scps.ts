import { type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { CREATE_ACTIONS, LEFT_OUT } from '#lib/tags/prevention/create-actions.ts';
import { SCPS_PER_TARGET } from '#lib/tags/prevention/pack-statements.ts';
import { EXEMPT_ROLES } from '#lib/tags/prevention/to-scp-statements.ts';

/** What the service control policies of a policy cannot do, in sentences. */
export function limitsOfServiceControlPolicies(policy: TagPolicy, count: number): string[] {
  const needed = policy.types.filter((type) => tagsOfType(policy, type).length > 0);
  const known = new Set(CREATE_ACTIONS.map(({ type }) => type));
  const unknown = needed.filter((type) => !known.has(type) && !LEFT_OUT.has(type));
  const patterns = policy.tags.filter(({ pattern }) => pattern !== undefined).map(({ key }) => key);
  const valued = policy.tags.filter(({ values }) => values);
  return [
    ...(patterns.length > 0
      ? [`Patterns of values cannot be expressed: of ${patterns.join(', ')} only that the key is there.`]
      : []),
    ...needed
      .filter((type) => LEFT_OUT.has(type))
      .map((type) => `${type} is left out: ${LEFT_OUT.get(type) ?? ''}.`),
    ...(unknown.length > 0
      ? [`No action is known that makes and tags these at once: ${unknown.join(', ')}.`]
      : []),
    'Keys count in any case: owner passes for Owner. The Config rules see the difference.',
    ...(valued.length < policy.tags.length
      ? ['A blank value passes, where the policy does not list the values.']
      : []),
    'Only the usual call of each type is looked at: restores, copies and imports may make things without tags.',
    'They look at calls that make something: a tag can be changed or taken away later.',
    ...(policy.graceDays > 0 ? ['There are no days of grace: what lacks a tag is not made.'] : []),
    ...(needed.includes('AWS::EC2::Volume')
      ? [
          'An instance is launched only if its volumes are tagged too; in CloudFormation that takes PropagateTagsToVolumeOnCreation.',
        ]
      : []),
    'The management account is never denied anything, nor are service-linked roles.',
    `Roles named ${EXEMPT_ROLES.slice(1).join(', ')} are exempt, as they deploy stacks: whoever can make a role of such a name can go around the policies.`,
    'Services that make things with a role of yours (Elastic Beanstalk, EMR, SageMaker …) are denied too where they send no tags: exempt their roles.',
    ...(policy.exemptions.length > 0 ? ['Exemptions of the policy are not known to it.'] : []),
    ...scopeLimits(policy),
    ...(count >= SCPS_PER_TARGET
      ? [
          `All ${SCPS_PER_TARGET} places of a target are taken, and FullAWSAccess needs one: spread them over two levels.`,
        ]
      : []),
  ];
}

function scopeLimits({ accounts, ous }: Pick<TagPolicy, 'accounts' | 'ous'>): string[] {
  const where = [...(accounts ?? []), ...(ous ?? [])];
  return where.length > 0
    ? [`They hold where they are attached: attach them to ${where.join(', ')} only.`]
    : [];
}
