import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyPage } from '#local/object-store/key-page.ts';

const aKey = fc.stringMatching(/^[ab/]{1,6}$/);
const byBytes = (a: string, b: string) => Buffer.from(a).compare(Buffer.from(b));

test('pages of any size hold together what one page holds, each entry once', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(aKey, { maxLength: 30 }),
      fc.constantFrom('', 'a', 'a/', '/'),
      fc.constantFrom('', '/', 'ab'),
      fc.integer({ min: 1, max: 5 }),
      (unsorted, prefix, delimiter, limit) => {
        const keys = unsorted.sort(byBytes);
        const whole = keyPage({ keys, prefix, delimiter, after: '', limit: 1000 });
        const found: typeof whole.entries = [];
        for (let truncated = true; truncated && found.length <= keys.length; ) {
          const page = keyPage({ keys, prefix, delimiter, after: found.at(-1)?.name ?? '', limit });
          found.push(...page.entries);
          truncated = page.truncated;
        }
        expect(found).toEqual(whole.entries);
        const groups = new Set(
          keys
            .filter((key) => key.startsWith(prefix))
            .map((key) => {
              const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
              return end < 0 ? key : key.slice(0, end + delimiter.length);
            }),
        );
        expect(new Set(whole.entries.map(({ name }) => name))).toEqual(groups);
      },
    ),
  );
});
