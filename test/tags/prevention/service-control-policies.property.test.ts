import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { packStatements, SCP_CHARACTERS, SCPS_PER_TARGET } from '#lib/tags/prevention/pack-statements.ts';
import type { ScpStatement } from '#lib/tags/prevention/scp-statement.ts';
import { callsThatNeed } from '#lib/tags/prevention/tagged-calls.ts';
import { toScpStatements } from '#lib/tags/prevention/to-scp-statements.ts';
import {
  TooLongForPoliciesError,
  toServiceControlPolicies,
} from '#lib/tags/prevention/to-service-control-policies.ts';
import { typesLike } from '#lib/tags/resource-types.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';

const key = fc.stringMatching(/^[A-Za-zÀ-ž0-9 _.:/=+@-]{1,40}$/u);
const value = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
const types = fc.subarray(typesLike('*'), { minLength: 1 });
const tag = fc
  .record({
    key,
    values: fc.option(fc.uniqueArray(value, { minLength: 1, maxLength: 8 }), { nil: undefined }),
    types: fc.option(types, { nil: undefined }),
  })
  .map(({ key, values, types: own }) =>
    aTag({ key, ...(values ? { values } : {}), ...(own ? { types: own } : {}) }),
  );
const policy = fc
  .record({ tags: fc.uniqueArray(tag, { selector: ({ key }) => key, minLength: 1, maxLength: 9 }), types })
  .map((fields) => aPolicy(fields));

/** Key, action and what is asked of the key: `Null` alone, or its values too. */
function pairsOf(statements: ScpStatement[]): string[] {
  return statements.flatMap(({ Action, Condition }) => {
    const names = Object.keys(Condition['Null'] ?? {});
    expect(names).toHaveLength(1);
    return Action.map((action) => JSON.stringify([names[0], action, Object.keys(Condition).sort()]));
  });
}

function wanted({ tags, types: all }: TagPolicy): string[] {
  return tags.flatMap(({ key: one, values }) =>
    callsThatNeed({ tags, types: all }, one).flatMap(({ action }) =>
      [['ArnNotLike', 'Null'], ...(values ? [['ArnNotLike', 'Null', 'StringNotEquals']] : [])].map(
        (conditions) => JSON.stringify([`aws:RequestTag/${one}`, action, conditions]),
      ),
    ),
  );
}

test('packing loses nothing and repeats nothing: each key stands with each of its actions once', () => {
  fc.assert(
    fc.property(policy, (one) => {
      const statements = one.tags.flatMap((each) => toScpStatements(one, each, {}).flat());
      const packed = packStatements(statements)?.flatMap(({ Statement }) => Statement) ?? [];
      expect(pairsOf(packed).sort()).toEqual(wanted(one).sort());
    }),
    { numRuns: 60 },
  );
});

test('a statement that is too long for a document is cut between its actions', () => {
  const [statement] = toScpStatements(aPolicy(), aTag(), {}).flat();
  if (!statement) throw new Error('no statement');
  const Action = Array.from({ length: 301 }, (_, at) => `service:CreateSomething${at}`);
  const pieces = packStatements([{ ...statement, Action }]) ?? [];

  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.flatMap(({ Statement }) => Statement).flatMap((one) => one.Action)).toEqual(Action);
});

test('a policy makes at most five documents of valid JSON within the limit, or is refused', () => {
  let made = 0;
  fc.assert(
    fc.property(policy, (one) => {
      const policies = madeOf(one);
      if (!policies) return;
      made += 1;
      expect(policies.length).toBeLessThanOrEqual(SCPS_PER_TARGET);
      for (const { document, characters } of policies) {
        const text = JSON.stringify(document);
        expect(JSON.parse(text)).toEqual(document);
        expect(Buffer.byteLength(text)).toBe(characters);
        expect(characters).toBeLessThanOrEqual(SCP_CHARACTERS);
      }
    }),
    { numRuns: 60 },
  );
  expect(made).toBeGreaterThan(10);
});

function madeOf(one: TagPolicy) {
  try {
    return toServiceControlPolicies(one);
  } catch (error) {
    expect(error).toBeInstanceOf(TooLongForPoliciesError);
    return undefined;
  }
}
