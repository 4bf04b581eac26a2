import { expect, test } from 'vitest';
import { spanOf } from '#lambdas/runtime/span.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [0, '1 s'],
  [-5, '1 s'],
  [40_000, '40 s'],
  [MINUTE, '1 min'],
  [14.9 * MINUTE, '14 min'],
  [HOUR, '1 h'],
  [3 * HOUR + 5 * MINUTE, '3 h 5 min'],
  [47 * HOUR, '47 h'],
  [50 * HOUR, '2 days'],
])('%i milliseconds are %s', (milliseconds, words) => expect(spanOf(milliseconds)).toBe(words));
