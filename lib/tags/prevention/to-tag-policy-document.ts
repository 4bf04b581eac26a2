import { type RequiredTag, type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { type TagPolicyType, tagPolicyTypeOf } from '#lib/tags/prevention/tag-policy-types.ts';
import { widenPattern } from '#lib/tags/prevention/widen-pattern.ts';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const TAG_POLICY_CHARACTERS = 10_000;

type Assigned<Value> = { '@@assign': Value };

/** A tag policy of AWS Organizations. */
type TagPolicyDocument = {
  tags: Record<
    string,
    {
      tag_key: Assigned<string>;
      tag_value?: Assigned<string[]>;
      report_required_tag_for?: Assigned<string[]>;
      enforced_for?: Assigned<string[]>;
    }
  >;
};

/** `folded`: whole services stand for their types, since the types by name were too long. */
export type MadeTagPolicy = { document: TagPolicyDocument; characters: number; folded: boolean };

/** The policy does not fit into a tag policy; the message names the way out. */
export class TooLongForTagPolicyError extends Error {}

/**
 * The required tags as a tag policy: how keys are written, which values they may have, and which types are reported
 * without them. Refuses nothing unless `enforced` is asked for. Throws TooLongForTagPolicyError.
 */
export function toTagPolicyDocument(
  policy: Pick<TagPolicy, 'tags' | 'types'>,
  { enforced = false }: { enforced?: boolean } = {},
): MadeTagPolicy {
  for (const folded of [false, true]) {
    const document = documentOf(policy, enforced, folded);
    const characters = Buffer.byteLength(JSON.stringify(document));
    if (characters <= TAG_POLICY_CHARACTERS) return { document, characters, folded };
  }
  throw new TooLongForTagPolicyError(
    `A tag policy has at most ${TAG_POLICY_CHARACTERS} characters: demand fewer keys, demand them of fewer types, or allow fewer values.`,
  );
}

/** Keys that differ in case alone are one to a tag policy: the first is taken. */
export function keysOfTagPolicy(tags: RequiredTag[]): RequiredTag[] {
  return tags.filter(
    ({ key }, at) => tags.findIndex((other) => other.key.toLowerCase() === key.toLowerCase()) === at,
  );
}

/** The values that a tag policy can hold a key to; undefined: any. */
export function tagPolicyValues({
  values,
  pattern,
}: Pick<RequiredTag, 'values' | 'pattern'>): string[] | undefined {
  if (values) return values.some((value) => value.includes('*')) ? undefined : values;
  const widened = pattern === undefined ? undefined : widenPattern(pattern);
  return widened === undefined ? undefined : [widened];
}

function documentOf(
  policy: Pick<TagPolicy, 'tags' | 'types'>,
  enforced: boolean,
  folded: boolean,
): TagPolicyDocument {
  const entries = keysOfTagPolicy(policy.tags).map((tag) => {
    const types = policy.types
      .filter((type) => tagsOfType(policy, type).includes(tag))
      .flatMap((type) => tagPolicyTypeOf(type) ?? []);
    const values = tagPolicyValues(tag);
    const required = namesOf(
      types.filter(({ requirable }) => requirable),
      folded,
    );
    const refused = enforced
      ? namesOf(
          types.filter(({ enforceable }) => enforceable),
          folded,
        )
      : [];
    return [
      tag.key,
      {
        tag_key: { '@@assign': tag.key },
        ...(values ? { tag_value: { '@@assign': values } } : {}),
        ...(required.length > 0 ? { report_required_tag_for: { '@@assign': required } } : {}),
        ...(refused.length > 0 ? { enforced_for: { '@@assign': refused } } : {}),
      },
    ] as const;
  });
  return { tags: Object.fromEntries(entries) };
}

function namesOf(types: TagPolicyType[], folded: boolean): string[] {
  const names = types.map(({ name, allSupported }) =>
    folded && allSupported ? `${name.split(':')[0] ?? ''}:ALL_SUPPORTED` : name,
  );
  return [...new Set(names)].sort();
}
