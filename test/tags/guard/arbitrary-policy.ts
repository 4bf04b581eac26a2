import fc from 'fast-check';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { DEFAULT_TYPES } from '#lib/tags/resource-types.ts';
import { Tags } from '#lib/tags/tag-block.ts';
import { patternIssue } from '#lib/tags/tag-pattern.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';

const KEYS = ['Owner', 'cost-center', 'team:name', 'a/b', 'Größe', 'x=1', 'A b', 'owner', 'OWNER', 'k@_.+'];
const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KEYS) },
  fc.stringMatching(/^[\p{L}\p{N} _.:/=+\-@]{1,12}$/u),
);
const AWKWARD = [
  "it's",
  'say "hi"',
  `'"`,
  'back\\',
  String.raw`\'`,
  'a/b',
  String.raw`\/`,
  '%x',
  '^a$',
  'été',
  '日本',
  '😀',
];
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('prod', 'test', 'CC-1234', 'a.b', ...AWKWARD) },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^['"\\/$^a]{1,6}$/),
);

const PATTERNS = [
  'CC-[0-9]{4}',
  'prod|test',
  String.raw`[a-z]+\.[a-z]+`,
  'a/b',
  String.raw`\\/|\/`,
  String.raw`[\\/'"^$]+`,
  '(?:[a-z]|é){1,5}',
  '[^a]*',
  '.+',
  '(|a)b?',
  '[日-本]+|😀',
  String.raw`\{\}|\(\)|a{0,3}?`,
];
const pattern = fc.oneof(
  fc.constantFrom(...PATTERNS),
  fc
    .array(
      fc.constantFrom(
        'a',
        '/',
        '\\',
        '[',
        ']',
        '^',
        '-',
        '(',
        ')',
        '?:',
        '|',
        '{2}',
        '*',
        '+',
        '?',
        '.',
        "'",
        '$',
        'é',
        '&',
        '~',
      ),
      { maxLength: 12, minLength: 1 },
    )
    .map((letters) => letters.join(''))
    .filter((text) => patternIssue(text) === undefined),
);

const types = fc.option(fc.subarray(DEFAULT_TYPES.slice(0, 4), { minLength: 1 }), { nil: undefined });
const allowed = fc.oneof(
  fc.constant({}),
  fc.record({ values: fc.uniqueArray(value, { minLength: 1, maxLength: 4 }) }),
  fc.record({ pattern }),
);

/** Any policy that the settings allow, on four types. */
export const anyPolicy: fc.Arbitrary<TagPolicy> = fc
  .uniqueArray(fc.record({ key, allowed, types }), { minLength: 1, maxLength: 4, selector: (tag) => tag.key })
  .map((tags) =>
    Tags.safeParse({
      required: tags.map((tag) => ({
        key: tag.key,
        purpose: 'what it is for',
        ...tag.allowed,
        ...(tag.types ? { types: tag.types } : {}),
      })),
      types: DEFAULT_TYPES.slice(0, 4),
    }),
  )
  .filter(({ success }) => success)
  .map(({ data }) => toTagPolicy(data as Tags));

const BLANKS = [
  '',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\u2003\u3000',
  '\u200b',
  '\ufeff',
  '\n',
  '\u2028',
  '\u0085',
  '\u001c',
];

/** Tags as people and AWS leave them: nearly right, blank, in another case, or right. */
export function someTags({ tags }: TagPolicy): fc.Arbitrary<Record<string, string>> {
  const ofPolicy = tags.map(({ key: name }) => name);
  const near = ofPolicy.flatMap((name) => [
    name,
    name.toLowerCase(),
    name.toUpperCase(),
    name.replaceAll(/[^\p{L}]/gu, ''),
    `${name}x`,
    `x${name}`,
  ]);
  const right = tags.flatMap(({ values = [] }) => values);
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('prod', 'CC-1234', 'a', '/', 'a/b', '\\', ...right) },
    fc.constantFrom(
      ...BLANKS,
      ...right.map((one) => `${one}x`),
      ...right.map((one) => `x${one}`),
      'CC-12345',
    ),
    value,
  );
  const wild = fc.dictionary(fc.constantFrom(...near, 'aws:cloudformation:stack-name', 'some-key'), text);
  const full = fc
    .tuple(...ofPolicy.map(() => text))
    .map((texts) => Object.fromEntries(ofPolicy.map((name, index) => [name, texts[index] ?? ''])));
  return fc.oneof(
    wild,
    full,
    fc.tuple(wild, full).map(([others, all]) => ({ ...others, ...all })),
  );
}
