import { ruleNameOf, type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { guardText } from '#lib/tags/guard/guard-text.ts';

/** https://docs.aws.amazon.com/config/latest/APIReference/API_CustomPolicyDetails.html */
const POLICY_TEXT_LIMIT = 10_000;
/** https://docs.aws.amazon.com/config/latest/APIReference/API_Scope.html */
const TYPES_OF_RULE = 100;
/** As many as an Organization may have; what needs more is no policy that people could follow. */
const RULES_LIMIT = 150;

export type GuardRule = { name: string; types: string[]; text: string };

/**
 * The rules of AWS Config that find what `evaluateTags` finds. Each type stands in one of them, so that a change of a
 * resource costs one evaluation.
 */
export function toGuardRules(policy: Pick<TagPolicy, 'tags' | 'types' | 'version'>): GuardRule[] {
  const held = policy.types.filter((type) => tagsOfType(policy, type).length > 0);
  const shards: Shard[] = [];
  for (let start = 0; start < held.length; start += TYPES_OF_RULE) {
    shards.push(...shardsOf(policy, held.slice(start, start + TYPES_OF_RULE)));
  }
  if (shards.length > RULES_LIMIT) {
    throw new Error(
      `tags in reeve.config.ts makes ${shards.length} Config rules, and ${RULES_LIMIT} is the limit: ` +
        'take resource types out of tags.types, or values and types out of tags.required',
    );
  }
  return shards.map((shard, index) => ({ name: ruleNameOf(policy, index + 1), ...shard }));
}

type Shard = Omit<GuardRule, 'name'>;

/** As few as the length of a text allows. */
function shardsOf(policy: Pick<TagPolicy, 'tags'>, types: string[]): Shard[] {
  const text = guardText(policy, types);
  if (text.length <= POLICY_TEXT_LIMIT) return [{ types, text }];
  if (types.length === 1) {
    throw new Error(
      `tags.required in reeve.config.ts makes a Config rule of ${text.length} characters for ${types[0]}, and ` +
        `${POLICY_TEXT_LIMIT} is the limit: require fewer tags, name fewer values, or take a pattern instead of values`,
    );
  }
  const half = Math.ceil(types.length / 2);
  return [...shardsOf(policy, types.slice(0, half)), ...shardsOf(policy, types.slice(half))];
}
