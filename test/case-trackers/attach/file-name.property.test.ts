import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endingOf, fileName, uniqueNames } from '#lambdas/case-trackers/attach/file-name.ts';

test.each([
  ['app.log', 'app.log'],
  ['../../etc/passwd', 'passwd'],
  [String.raw`C:\logs\a.txt`, 'a.txt'],
  ['log\u202Egnp.exe', 'loggnp.exe'],
  ['a\r\nb.txt', 'ab.txt'],
  ['a\u3000 b.txt', 'a b.txt'],
  ['..', 'file'],
  ['', 'file'],
  ['dir/', 'file'],
  ['what?.txt', 'what_.txt'],
  [`${'障'.repeat(300)}.log`, `${'障'.repeat(251)}.log`],
  ['.env', '.env'],
])('%j is called %j', (text, name) => {
  expect(fileName(text)).toBe(name);
});

test('the ending is that of the name', () => {
  expect([endingOf('a.tar.gz'), endingOf('Image'), endingOf('.env'), endingOf('a.')]).toEqual([
    '.gz',
    '',
    '',
    '',
  ]);
});

test('any text becomes a name, and any names become different ones, no longer than AWS takes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 8 }), (texts) => {
      const unique = uniqueNames();
      const names = [...texts, ...texts].map((text) => unique(fileName(text)));

      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(name.isWellFormed()).toBe(true);
      }
    }),
  );
});
