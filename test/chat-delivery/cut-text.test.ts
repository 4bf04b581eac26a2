import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '#lambdas/chat-delivery/cut-text.ts';

describe('cutText', () => {
  it('leaves a text that fits and marks one that was cut', () => {
    expect(cutText('abc', 3)).toBe('abc');
    expect(cutText('abcd', 3)).toBe('ab…');
    expect(cutText('abcd', 1)).toBe('…');
    expect(cutText('abcd', 0)).toBe('');
  });

  it('never exceeds the length nor splits a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        expect(cutText(text, length).length).toBeLessThanOrEqual(length);
        expect(cutText(text, length).isWellFormed()).toBe(true);
      }),
    );
  });
});
