import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { evaluateTags, type TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { exemptionOf, isInScope } from '#lambdas/contracts/tags/policy-scope.ts';
import { type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { configTypeOf } from '#lib/tags/prevention/synth/config-type-of.ts';
import { readResource } from '#lib/tags/prevention/synth/read-resource.ts';
import type { TemplateTags } from '#lib/tags/prevention/synth/template-tags.ts';

/** What a construct of an app violates of the policy: only what will be so wherever and however it is deployed. */
export function judgeConstruct(policy: TagPolicy, node: IConstruct): TagViolation[] {
  if (!CfnResource.isCfnResource(node)) return [];
  const type = configTypeOf(node.cfnResourceType);
  if (tagsOfType(policy, type).length === 0 || !isMeant(policy, node)) return [];
  const violations = (readResource(node) ?? []).flatMap((tags) =>
    isExempt(policy, node, type, tags) ? [] : violationsOf(policy, type, tags),
  );
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}

function violationsOf(policy: TagPolicy, type: string, { tags, isOpen }: TemplateTags): TagViolation[] {
  const known = Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, value ?? '']));
  return evaluateTags(policy, type, known).filter(({ key, problem }) =>
    problem === 'missing' ? !isOpen : tags[key] !== undefined,
  );
}

function isMeant(policy: TagPolicy, node: CfnResource): boolean {
  const { account } = Stack.of(node);
  return Token.isUnresolved(account) || isInScope(policy, { id: account });
}

/** By what is known before it exists: its account, Region, type and tags; neither its unit nor its id or name. */
function isExempt(policy: TagPolicy, node: CfnResource, type: string, { tags }: TemplateTags): boolean {
  const { account, region } = Stack.of(node);
  const known = Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const resource = { account: { id: account }, region, type, id: '', tags: Object.fromEntries(known) };
  return exemptionOf(policy, resource, new Date()) !== undefined;
}
