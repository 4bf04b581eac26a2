import { expect, test } from 'vitest';
import { patternIssue } from '#lib/tags/tag-pattern.ts';

test.each([
  'CC-[0-9]{4}',
  'prod|test|dev',
  String.raw`[a-z0-9._%+\-]+@example\.com`,
  String.raw`\\d`,
  'a/b',
  '(?:a|b){2,5}c?',
  String.raw`[\[\]^$.-]+`,
  String.raw`\$[0-9]+`,
  '[a-z]{1,63}(?:-[a-z]{1,10}){0,9}',
  '[^,]{256}',
  '(?:[A-Z]{2}-)?[0-9]+',
  '(?:a|b)c+',
  '(?:[a-z]+-)?[a-z]+',
])('%s is a pattern', (pattern) => {
  expect(patternIssue(pattern)).toBeUndefined();
});

test.each([
  [String.raw`\d{4}`, 'write [0-9]'],
  [String.raw`[\w-]+`, 'write [0-9]'],
  [String.raw`(a)\1`, 'back references'],
  [String.raw`\u0041`, 'back references'],
  [String.raw`[\x41]`, 'back references'],
  ['(?<name>a)', 'groups that begin with (?'],
  ['(?=a)b', 'groups that begin with (?'],
  ['(?<!a)b', 'groups that begin with (?'],
  ['(?i:a)', 'groups that begin with (?'],
  ['^CC', '^ or $'],
  ['a|b$', '^ or $'],
  ['[a[b]', '[ within brackets'],
  ['[]', 'brackets that are empty'],
  ['[^]', 'brackets that are empty'],
  ['[a&&b]', 'set operations'],
  ['[+--]', 'set operations'],
  ['a{1001}', 'must not count so far'],
  ['(?:[^a]{256}){256}', 'must not count so far'],
  ['(?:a{100}b{100}){6}', 'must not count so far'],
  [`${'('.repeat(21)}a${')'.repeat(21)}`, 'within groups'],
  ['(?:[a-z0-9]+-?)+', 'repeats without end'],
  ['([a-z]+)*', 'repeats without end'],
  ['(?:(?:a+)b?){2,9}', 'repeats without end'],
  ['(?:a{2,}){2}', 'repeats without end'],
  ['(?:a|a)*', 'repeats without end'],
  ['a\nb', 'not seen'],
  ['(a', 'must be a regular expression'],
  ['a**', 'must be a regular expression'],
  ['a++', 'must be a regular expression'],
  // Either would end the group that is put around it, and so escape the anchors.
  ['a)|(b', 'must be a regular expression'],
  ['a)|b\\', 'must be a regular expression'],
])('%s is none, and the way out is said', (pattern, words) => {
  expect(patternIssue(pattern)).toContain(words);
});
