import { expect, test } from 'vitest';
import {
  blob,
  flag,
  integer,
  list,
  number,
  problemsOf,
  type Shape,
  structure,
  text,
} from '#local/counterparts/organization/support-cases/shape.ts';

const WHOLE = structure({ 'a!': text(), b: list(structure({ 'c!': flag })) });

test.each<[Shape, unknown, string[]]>([
  [text({ min: 1, max: 3 }), 'abc', []],
  [text({ min: 1, max: 3 }), '', [' must be 1 to 3']],
  [text({ min: 1, max: 3 }), 'abcd', [' must be 1 to 3']],
  [text(), 7, [' must be a text']],
  [text({ pattern: '[a-z]+' }), 'ab', []],
  [text({ pattern: '[a-z]+' }), 'ab1', [' has another form']],
  [text({ choices: ['yes', 'no'] }), 'no', []],
  [text({ choices: ['yes', 'no'] }), 'maybe', [' must be one of yes, no']],
  [integer({ min: 10, max: 100 }), 10, []],
  [integer({ min: 10, max: 100 }), 9, [' must be 10 to 100']],
  [integer(), 1.5, [' must be a number']],
  [integer(), '1', [' must be a number']],
  [number, 1.5, []],
  [number, '1', [' must be a number']],
  [flag, 'true', [' must be true or false']],
  [blob, 'YQ==', []],
  [blob, 'not base64', [' must be base64']],
  [list(text(), { max: 1 }), ['a', 'b'], [' must be 0 to 1']],
  [list(text()), 'a', [' must be a list']],
  [list(text()), ['a', 1], ['[1] must be a text']],
  [WHOLE, { a: 'x', b: [{ c: true }] }, []],
  [WHOLE, { a: null }, ['a is required']],
  [WHOLE, { a: 'x', d: 1 }, ['d is not known']],
  [WHOLE, { a: 'x', b: [{}] }, ['b[0]c is required']],
  [WHOLE, [], [' must be an object']],
])('%j holds %j or says why not', (shape, value, problems) => {
  expect(problemsOf(shape, value)).toEqual(problems);
});
