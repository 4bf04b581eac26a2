import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FetchFile } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { githubFiles } from '#lambdas/case-trackers/github/github-files.ts';

const HOSTS = [
  'github.com',
  'api.github.com',
  'evil.example',
  'github.com.evil.example',
  'github.com@evil.example',
];
const PATHS = [
  'user-attachments/files/1/a.log',
  'user-attachments/assets/ab-1',
  'o/r/blob/main/x.txt',
  'login',
  'o/r',
];

const address = fc.oneof(
  fc
    .tuple(fc.constantFrom('https', 'http'), fc.constantFrom(...HOSTS), fc.constantFrom(...PATHS))
    .map(([protocol, host, path]) => `${protocol}://${host}/${path}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);
const link = fc.oneof(
  address,
  address.map((url) => `[name](${url})`),
  address.map((url) => `![](${url})`),
  address.map((url) => `<img alt="x" src="${url}">`),
);
const noise = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('`', '```\n', '<!--', '-->', '<img ', '[', '](', ')', '\r\n', '\0', '\u202e'),
);
const comment = fc.array(fc.oneof(link, noise), { maxLength: 12 }).map((parts) => parts.join(''));
const redirect = fc.oneof(address, fc.constantFrom('/login', '//evil.example/x', 'javascript:0', '\0'));

test('of any text files are found without an error, and whatever redirects say, the token goes to GitHub alone', async () => {
  await fc.assert(
    fc.asyncProperty(comment, fc.array(redirect, { maxLength: 5 }), async (text, redirects) => {
      const asked: { url: string; headers: Record<string, string> }[] = [];
      const left = [...redirects];
      const fetchFile: FetchFile = async (question) => {
        asked.push(question);
        const location = left.shift();
        if (location === undefined) return { status: 200, headers: {}, bytes: new Uint8Array(1) };
        return { status: 302, headers: { location }, bytes: new Uint8Array() };
      };
      const files = githubFiles(
        { apiUrl: 'https://api.github.com', repository: 'o/r', token: 'ghp_secret' },
        { fetchFile, now: () => new Date() },
      );
      const found = files.linkedIn(text);
      for (const file of found.files) await files.read(file, 100);

      expect(found.files.every(({ name }) => name.length > 0 && !/[/\\\p{Cc}]/u.test(name))).toBe(true);
      expect(new Set(found.files.map(({ name }) => name)).size).toBe(found.files.length);
      for (const { url, headers } of asked) {
        const { origin } = new URL(url);
        if (JSON.stringify(headers).includes('ghp_secret'))
          expect(['https://github.com', 'https://api.github.com']).toContain(origin);
      }
    }),
    { numRuns: 1000 },
  );
});
