import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadMessage } from '#lambdas/support-cases/read/case-api.ts';
import { dropRepeated } from '#lambdas/support-cases/read/drop-repeated.ts';

const messageOf = (number: number): ReadMessage => ({
  // Several fall into one moment.
  at: new Date(Math.floor(number / 3)).toISOString(),
  submittedBy: 'Amazon Web Services',
  body: String(number),
  attachments: [],
});
const newestFirst = (count: number) =>
  Array.from({ length: count }, (_, index) => messageOf(count - 1 - index));

test('however many messages come while pages are read, each of before is read once, in order', () => {
  const arrivals = fc.array(fc.nat(4), { maxLength: 40 });
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 4, max: 10 }), arrivals, (count, size, coming) => {
      let all = count;
      const read: ReadMessage[] = [];
      let before: ReadMessage[] = [];
      for (let from = 0; from < all; from += size) {
        const page = newestFirst(all).slice(from, from + size);
        read.push(...dropRepeated(before, page));
        before = page;
        all += coming.shift() ?? 0;
      }
      expect(read).toEqual(newestFirst(count));
    }),
  );
});

test('messages that are the same in all that AWS tells are kept, but where one page ends and the next begins', () => {
  const same = messageOf(1);

  expect(dropRepeated([], [same, same])).toEqual([same, same]);
  expect(dropRepeated([same, messageOf(0)], [same, same])).toEqual([same, same]);
});
