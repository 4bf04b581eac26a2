import { type RequiredTag, type TagPolicy, tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import { quoteGuard, quotePattern } from '#lib/tags/guard/quote-guard.ts';

/** The rule that holds these types against a policy, as AWS Config's `guard-2.x.x` reads it. Each needs a tag at least. */
export function guardText({ tags }: Pick<TagPolicy, 'tags'>, types: string[]): string {
  const groups = new Map<string, { only: string[]; clauses: string[] }>();
  for (const tag of tags) {
    const only = types.filter((type) => tagsOfType({ tags: [tag], types }, type).length > 0);
    if (only.length === 0) continue;
    const name = only.join();
    const group = groups.get(name) ?? { only, clauses: [] };
    groups.set(name, { only, clauses: [...group.clauses, ...clausesOf(tag)] });
  }
  const blocks = [...groups.values()].flatMap(({ only, clauses }) =>
    only.length === types.length
      ? clauses
      : [
          `when resourceType IN [${only.map(quoteGuard).join(', ')}] {`,
          ...clauses.map((line) => ` ${line}`),
          '}',
        ],
  );
  return ['rule reeve_required_tags {', ...blocks.map((line) => ` ${line}`), '}'].join('\n');
}

/**
 * That the key is there stands first, always: of a key that is not there all else is true. `tags.Owner` would find
 * `owner`, too.
 */
function clausesOf({ key, values, pattern }: RequiredTag): string[] {
  const tag = `tags[ keys == ${quoteGuard(key)} ]`;
  return [
    `${tag} !empty`,
    String.raw`${tag} != /^\s*$/`,
    ...(values ? [`${tag} IN [${values.map(quoteGuard).join(', ')}]`] : []),
    ...(pattern ? [`${tag} == ${quotePattern(pattern)}`] : []),
  ];
}
