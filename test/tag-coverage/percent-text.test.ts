import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedVerb, percentText, pointsText, tenthsOf } from '#lambdas/tag-coverage/judge/percent-text.ts';

test.each([
  [0, 0, '–'],
  [0, 7, '0%'],
  [7, 7, '100%'],
  [1, 3, '33.3%'],
  [2, 3, '66.7%'],
  [1, 8, '12.5%'],
  [1, 2000, '0.1%'],
  [1, 1_000_000, '0.1%'],
  [999_999, 1_000_000, '99.9%'],
  [1999, 2000, '99.9%'],
  [9007199254740990, 9007199254740991, '99.9%'],
  [9, 10, '90.0%'],
])('%i of %i is %s', (part, whole, text) => {
  expect(percentText(part, whole)).toBe(text);
});

test('a share is all or nothing only where it is, and else rounded to the nearest tenth', () => {
  const share = fc
    .integer({ min: 1, max: 1e12 })
    .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
  fc.assert(
    fc.property(share, ([part, whole]) => {
      const tenths = tenthsOf(part, whole) ?? -1;
      expect(tenths === 0).toBe(part === 0);
      expect(tenths === 1000).toBe(part === whole);
      const isEdge = part > 0 && part < whole && (tenths === 1 || tenths === 999);
      if (!isEdge) expect(Math.abs(tenths - (part / whole) * 1000)).toBeLessThanOrEqual(0.5000001);
    }),
  );
});

test.each([
  [666, 750, '+8.4 points'],
  [750, 666, '-8.4 points'],
  [5, 5, 'no change'],
  [undefined, 5, undefined],
  [5, undefined, undefined],
])('from %s to %s is %s', (before, now, text) => {
  expect(pointsText(now, before)).toBe(text);
});

test('one is said otherwise than many', () => {
  expect([0, 1, 1200].map((count) => countedVerb(count, 'lacks', 'lack'))).toEqual([
    '0 lack',
    '1 lacks',
    '1,200 lack',
  ]);
});
