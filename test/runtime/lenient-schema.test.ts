import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Amount, listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

test.each([
  ['words', 'words'],
  [null, undefined],
  [7, undefined],
  [undefined, undefined],
])('a text: %o is read as %o', (value, read) => expect(Text.parse(value)).toBe(read));

test.each([
  [3, 3],
  ['3', 3],
  ['-2.5', -2.5],
  ['', undefined],
  ['null', undefined],
  [null, undefined],
  [true, undefined],
])('a number: %o is read as %o', (value, read) => expect(Amount.parse(value)).toBe(read));

test.each([
  [
    [{ name: 'a' }, 'b', null, { name: 'c' }],
    ['a', 'c'],
  ],
  ['no list', []],
  [undefined, []],
])('a list: of %o what can be read is read', (value, names) => {
  expect(
    listOf(z.object({ name: z.string() }))
      .parse(value)
      .map(({ name }) => name),
  ).toEqual(names);
});
