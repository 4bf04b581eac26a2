import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '#lambdas/chat-delivery/reference.ts';

describe('referenceOf', () => {
  it('is six letters without vowels, the same for the same key', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(referenceOf(key)).toMatch(/^[B-DF-HJ-NP-TV-XZ]{6}$/);
        expect(referenceOf(key)).toBe(referenceOf(key));
      }),
    );
  });

  it('tells keys apart that end alike', () => {
    expect(referenceOf('ecs/blue/service')).not.toBe(referenceOf('ecs/green/service'));
  });
});
