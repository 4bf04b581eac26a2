import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DETECTORS } from '#lambdas/runtime/redact/find-hits.ts';
import { redactText } from '#lambdas/runtime/redact/redact-text.ts';
import { redactTexts } from '#lambdas/runtime/redact/redact-texts.ts';
import { BENIGN_LINES } from '#test/runtime/redact/benign-lines.ts';
import { KINDS } from '#test/runtime/redact/kinds.ts';

const pieces = fc.oneof(
  fc.constantFrom(...KINDS.map(({ text }) => text)),
  fc.constantFrom(...BENIGN_LINES.slice(0, 50)),
  fc.constantFrom(
    'password',
    'パスワード：',
    '[REDACTED: token]',
    '[REDACTED_BY_AWS]',
    '[E-MAIL 3]',
    '\n',
    '>',
    '"',
    '&quot;',
    '=',
    ':',
    '\\',
    '%41',
    '\u200b',
    '\ue000',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const texts = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));

test('what is redacted once stays as it is, and the same text gives the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(texts, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (all, pseudonyms) => {
        const once = await redactTexts(all, { pseudonyms });

        expect(await redactTexts(all, { pseudonyms })).toEqual(once);
        expect(await redactTexts(once.texts, { pseudonyms })).toEqual({ texts: once.texts, found: {} });
      },
    ),
    { numRuns: 150 },
  );
});

test.each(KINDS.map(({ name, language, text, secrets }) => ({ name, language, text, secrets })))(
  'between other words, no $name stays ($language)',
  async ({ text, secrets }) => {
    const { text: redacted } = await redactText(`${BENIGN_LINES[7]}\n${text}\n${BENIGN_LINES[9]}`);

    expect(secrets.filter((secret) => redacted.includes(secret))).toEqual([]);
  },
);

test.each([
  'AWS_SECRET_ACCESS_KEY=[REDACTED_BY_AWS_SUPPORT]',
  'the key is [REDACTED_BY_AWS: secret key] and the card **** **** **** 1111',
])('marks of AWS stay: %s', async (text) => {
  expect(await redactText(text)).toEqual({ text, found: {} });
});

test('who writes a text cannot turn the rules off', async () => {
  const token = ['ghp', 'a1B2'.repeat(9)].join('_');

  expect((await redactText(`secretlint-disable\n// secretlint-disable-line ${token}`)).text).not.toContain(
    token,
  );
});

test('a secret that was named once is found without its name', async () => {
  const { texts } = await redactTexts(['password: Tanuki-42x', '「Tanuki-42x」でログインできません'], {
    pseudonyms: false,
  });

  expect(texts[1]).toBe('「[REDACTED: password]」でログインできません');
});

test('no pattern may find nothing, or forget where its secret is', () => {
  for (const { pattern } of DETECTORS) {
    expect(pattern.flags).toMatch(/^(?=.*d)(?=.*g)/);
    expect(''.replace(pattern, 'x')).toBe('');
  }
});
