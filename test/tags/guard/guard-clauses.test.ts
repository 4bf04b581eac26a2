import { expect, test } from 'vitest';
import { guardText } from '#lib/tags/guard/guard-text.ts';
import { type Item, runGuard } from '#test/tags/guard/run-guard.ts';

const anItem = (tags: Record<string, string>): Item => ({ resourceType: 'AWS::S3::Bucket', tags });
const OWNERS = ['Owner:a', 'owner:a', 'OWNER:a', 'Owner:', 'Owner:  '].map((text) => {
  const [key = '', value = ''] = text.split(':');
  return anItem({ [key]: value });
});
const judge = (clauses: string, items: Item[]) => runGuard(`rule some_rule {\n${clauses}\n}`, items);

/** Which of these pass: `owner` and `OWNER` are other keys, and what is blank names nobody. Only the first should. */
const RIGHT = ['PASS', 'FAIL', 'FAIL', 'FAIL', 'FAIL', 'FAIL'];
const PRESENCE = "tags[ keys == 'Owner' ] !empty";
const NOT_BLANK = String.raw`tags[ keys == 'Owner' ] != /^\s*$/`;

test('the clauses that are generated pass what has the tag, and nothing else', () => {
  const tags = [{ key: 'Owner', purpose: 'who is called', aliases: [], severity: 'warning' as const }];
  const text = guardText({ tags }, ['AWS::S3::Bucket']);

  expect(text).toContain(PRESENCE);
  expect(text).toContain(NOT_BLANK);
  expect(runGuard(text, [...OWNERS, anItem({})])).toEqual(RIGHT);
  expect(runGuard(text, [{ resourceType: 'AWS::S3::Bucket' }])).toEqual(['FAIL']);
});

/** Guard turns keys into other spellings to find something, and holds of nothing what it is told of all. */
test.each([
  [
    'tags.Owner exists',
    'takes owner for Owner, and a blank',
    ['PASS', 'PASS', 'FAIL', 'PASS', 'PASS', 'FAIL'],
  ],
  ["tags['Owner'] exists", 'does the same', ['PASS', 'PASS', 'FAIL', 'PASS', 'PASS', 'FAIL']],
  [
    "let wanted = 'Owner'\ntags.%wanted !empty",
    'takes spaces for a value',
    ['PASS', 'FAIL', 'FAIL', 'FAIL', 'PASS', 'FAIL'],
  ],
  [PRESENCE, 'alone takes a blank for a value', ['PASS', 'FAIL', 'FAIL', 'PASS', 'PASS', 'FAIL']],
  [
    "tags[ keys == 'Owner' ] != ''",
    'alone says nothing of what has no such key',
    ['PASS', 'SKIP', 'SKIP', 'FAIL', 'PASS', 'SKIP'],
  ],
  [NOT_BLANK, 'alone says nothing of it either', ['PASS', 'SKIP', 'SKIP', 'FAIL', 'FAIL', 'SKIP']],
  [`${PRESENCE}\n${NOT_BLANK}`, 'is right', RIGHT],
])('%s: %s (aws-data-landing-zone)', (clauses, _, verdicts) => {
  expect(judge(clauses, [...OWNERS, anItem({})])).toEqual(verdicts);
});

test('a value by the short way is found under a key of another case', () => {
  expect(judge("tags.Environment IN ['prod']", [anItem({ environment: 'prod' })])).toEqual(['PASS']);
});

test('a regular expression without anchors takes what only holds it (appvia)', () => {
  const items = [anItem({ Owner: 'CC-1234' }), anItem({ Owner: 'xCC-12345' })];

  expect(judge("tags[ keys == 'Owner' ] == /CC-[0-9]{4}/", items)).toEqual(['PASS', 'PASS']);
  expect(judge("tags[ keys == 'Owner' ] == /^CC-[0-9]{4}/", [anItem({ Owner: 'CC-12345' })])).toEqual([
    'PASS',
  ]);
  expect(judge("tags[ keys == 'Owner' ] == /^(?s:CC-[0-9]{4})$/", items)).toEqual(['PASS', 'FAIL']);
});

test('a slash that is not escaped ends the rule, with an error', () => {
  expect(() => judge("tags[ keys == 'Owner' ] == /^a/b$/", OWNERS)).toThrow('cfn-guard ended with 5');
});

test('a rule for templates says nothing of configuration items', () => {
  const rule = 'rule some_rule when Resources exists {\nResources.*.Properties.Tags !empty\n}';

  expect(runGuard(rule, OWNERS)).toEqual(OWNERS.map(() => 'SKIP'));
});
