import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPattern, matchesPattern } from '#local/bus/event-pattern.ts';

type Vector = { pattern: Record<string, unknown>; event: Record<string, unknown>; matches: boolean | string };

const vectors = readFileSync(new URL('event-pattern-vectors.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector);
const valid = vectors.filter(({ matches }) => typeof matches === 'boolean');
const invalid = vectors.filter(({ matches }) => typeof matches === 'string');

describe('the vectors', () => {
  test('cover every filter', () => {
    const patterns = JSON.stringify(vectors.map(({ pattern }) => pattern));
    const filters = ['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'exists', 'cidr'];
    for (const name of [...filters, 'wildcard', '$or']) expect(patterns).toContain(`"${name}":`);
  });

  test.each(valid.map((vector, index) => [index, JSON.stringify(vector.pattern), vector] as const))(
    'case %i: %s decides as on AWS',
    (_index, _text, { pattern, event, matches }) => {
      expect(checkPattern(pattern)).toBeUndefined();
      expect(matchesPattern(pattern, event)).toBe(matches);
    },
  );

  test.each(invalid.map(({ pattern }) => [JSON.stringify(pattern), pattern]))(
    '%s is refused with a reason',
    (_text, pattern) => {
      expect(checkPattern(pattern)).toMatch(/\w/);
    },
  );
});

describe('checkPattern', () => {
  test('names the field that is set both inside and outside of $or', () => {
    const pattern = { detail: { state: ['open'], $or: [{ state: ['new'] }, { age: [1] }] } };
    expect(checkPattern(pattern)).toBe('"detail.state" is set both inside and outside of $or');
  });

  test('refuses a pattern that is longer than the quota of EventBridge', () => {
    expect(checkPattern({ source: ['x'.repeat(2048)] })).toContain('2048');
  });

  test.each([null, 'source', 1, [], undefined])('refuses %j as a pattern', (pattern) => {
    expect(checkPattern(pattern)).toContain('must be an object');
  });
});

describe('any event', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const key = fc.stringMatching(/^[a-z]{1,4}$/);

  test('matches the pattern of its own values', () => {
    fc.assert(
      fc.property(fc.dictionary(key, scalar, { minKeys: 1 }), (detail) => {
        const pattern = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, [value]]));
        expect(matchesPattern({ detail: pattern }, { detail })).toBe(true);
      }),
    );
  });

  test.each(['prefix', 'suffix', 'equals-ignore-case'])(
    'with a text matches either %s or its anything-but, never both',
    (filter) => {
      fc.assert(
        fc.property(fc.string(), fc.string({ minLength: 1 }), (text, wanted) => {
          const event = { text };
          const plain = matchesPattern({ text: [{ [filter]: wanted }] }, event);
          const inverse = matchesPattern({ text: [{ 'anything-but': { [filter]: wanted } }] }, event);
          expect(plain).toBe(!inverse);
        }),
      );
    },
  );

  test('matches its own texts as wildcards once * and \\ are escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '*', '\\', '.', '$', '(', '-') }), (text) => {
        const wildcard = text.replaceAll(/[*\\]/g, String.raw`\$&`);
        expect(matchesPattern({ text: [{ wildcard }] }, { text })).toBe(true);
        expect(matchesPattern({ text: [{ wildcard }] }, { text: `${text}b` })).toBe(false);
      }),
    );
  });
});
