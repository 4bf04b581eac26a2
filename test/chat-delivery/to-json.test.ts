import { expect, it } from 'vitest';
import { toJson } from '#lambdas/chat-delivery/to-json.ts';

it('replaces half a surrogate pair anywhere, and leaves whole ones', () => {
  expect(toJson({ a: ['x\uD83D', '😀'], b: { c: '\uDE00y' }, n: 1 })).toBe(
    '{"a":["x\uFFFD","😀"],"b":{"c":"\uFFFDy"},"n":1}',
  );
});
