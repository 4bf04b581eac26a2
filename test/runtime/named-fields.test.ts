import { expect, test } from 'vitest';
import { namedFields } from '#lambdas/runtime/named-fields.ts';

test.each([
  ['{"key":"health/a","channel":"ops","summary":"words"}', { key: 'health/a', channel: 'ops' }],
  ['{"key":7,"channel":{"secret":"x"}}', {}],
  ['["key"]', {}],
  ['null', {}],
  ['not JSON', {}],
])('of %s the log may tell %o', (body, fields) =>
  expect(namedFields(body, ['key', 'channel'])).toEqual(fields),
);
