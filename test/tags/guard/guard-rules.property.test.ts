import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateTags } from '#lambdas/contracts/tags/evaluate-tags.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { toGuardRules } from '#lib/tags/guard/to-guard-rules.ts';
import { anyPolicy, someTags } from '#test/tags/guard/arbitrary-policy.ts';
import { type Item, runGuard } from '#test/tags/guard/run-guard.ts';

const anyCase = anyPolicy.chain((policy) => {
  const item = fc.record({ resourceType: fc.constantFrom(...policy.types), tags: someTags(policy) });
  return fc.record({ policy: fc.constant(policy), items: fc.array(item, { minLength: 12, maxLength: 40 }) });
});

/** What Guard says of items and what the evaluator says of them, where the two differ. */
function differences(policy: TagPolicy, items: Item[], mutate = (text: string) => text) {
  return toGuardRules(policy).flatMap(({ types, text }) => {
    const scoped = items.filter(({ resourceType }) => types.includes(resourceType));
    if (scoped.length === 0) return [];
    return runGuard(mutate(text), scoped).flatMap((verdict, index) => {
      const { resourceType, tags = {} } = scoped[index] as Item;
      const isRight = evaluateTags(policy, resourceType, tags).length === 0;
      return (verdict === 'FAIL') === isRight ? [{ verdict, resourceType, tags, text }] : [];
    });
  });
}

test('AWS Config finds what the evaluator finds, whatever the policy and the tags', () => {
  fc.assert(
    fc.property(anyCase, ({ policy, items }) => {
      expect(differences(policy, items)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['without the clause that the key is there', / *tags\[[^\n]*\] !empty\n/g, ''],
  ['with the presence clause that people write first', /tags\[ keys == '(\w+)' \] !empty/g, 'tags.$1 exists'],
  ['without the clause that the value is not blank', / *tags\[[^\n]*\] != \/[^\n]*\n/g, ''],
  ['without anchors', /\/\^\(\?s:(.*)\)\$\/$/gm, '/$1/'],
  [
    'without the types that a key is limited to',
    /when resourceType IN [^{]*\{/g,
    'when resourceType exists {',
  ],
])('that would be noticed of a rule %s', (_, part, instead) => {
  const details = fc.check(
    fc.property(
      anyCase,
      ({ policy, items }) =>
        differences(policy, items, (text) => text.replaceAll(part, instead)).length === 0,
    ),
    // It ends with the first case that shows the difference, one in some dozens.
    { numRuns: 1000, endOnFailure: true },
  );

  expect(details.failed).toBe(true);
});
