import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '#lambdas/case-trackers/mirror/split-text.ts';

test('pieces are short enough, whole characters, and make the whole text again', () => {
  const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '😀', '長')), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 30 }), (parts, longest) => {
      const text = parts.join('').toWellFormed();
      const pieces = splitText(text, longest);

      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(longest);
        expect(piece.isWellFormed()).toBe(true);
      }
      if (text !== '') expect(pieces).not.toContain('');
    }),
    { numRuns: 1000 },
  );
});
