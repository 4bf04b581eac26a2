import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionsFor, toSecret } from '#bin/commands/secret-set/to-secret.ts';
import { signedHeaders } from '#lambdas/runtime/webhook-signature.ts';

const KINDS = ['slack', 'slack-webhook', 'webhook', 'github', 'github-app'] as const;
const [APP_KEY, EC_KEY] = [
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
  generateKeyPairSync('ec', { namedCurve: 'P-256' }),
].map(({ privateKey }) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim()) as [
  string,
  string,
];
const KEY = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

test.each([
  ['slack', ['xoxb-1-2-abC'], 'xoxb-1-2-abC'],
  ['github', ['github_pat_11AAAAAAA0aaaaaaaaaaaa_x'], 'github_pat_11AAAAAAA0aaaaaaaaaaaa_x'],
  ['github-app', [APP_KEY], APP_KEY],
  ['slack-webhook', ['https://hooks.slack.com/services/T0/B0/x'], 'https://hooks.slack.com/services/T0/B0/x'],
  [
    'webhook',
    ['https://in.example/reeve', KEY],
    JSON.stringify({ url: 'https://in.example/reeve', secrets: [KEY] }),
  ],
] as const)('a secret of kind %s is stored as chat-delivery reads it', (kind, answers, value) => {
  expect(questionsFor(kind)).toHaveLength(answers.length);
  expect(toSecret(kind, [...answers])).toEqual({ value });
});

test('without a signing secret a new one is made, good enough to sign with', () => {
  const made = [1, 2].map(() => toSecret('webhook', ['https://in.example/reeve', '']));

  expect(made[0]?.signingSecret).not.toBe(made[1]?.signingSecret);
  for (const { value, signingSecret = '' } of made) {
    expect(JSON.parse(value)).toEqual({ url: 'https://in.example/reeve', secrets: [signingSecret] });
    expect(() => signedHeaders('id', new Date(), '{}', [signingSecret])).not.toThrow();
  }
});

test.each([
  ['slack', [''], 'A bot token'],
  ['github', ['password'], 'A token of GitHub'],
  ['github-app', ['github_pat_11AAAAAAA0aaaaaaaaaaaa_x'], 'no RSA private key'],
  ['github-app', [EC_KEY], 'no RSA private key'],
  ['github', ['github_pat_11AAAAAAA0aaaa aaaaaaaa'], 'A token of GitHub'],
  ['slack', ['xoxp-1-2'], 'A bot token'],
  ['slack', ['xoxb-1 2'], 'A bot token'],
  ['slack-webhook', ['http://hooks.slack.com/services/T0'], 'The URL'],
  ['slack-webhook', ['hooks.slack.com/services/T0'], 'The URL'],
  ['webhook', ['ftp://in.example', KEY], 'The URL'],
  ['webhook', ['https://in.example', 'whsec_short'], 'A signing secret'],
  ['webhook', ['https://in.example', 'password'], 'A signing secret'],
] as const)('kind %s refuses %j: %s', (kind, answers, reason) => {
  expect(() => toSecret(kind, [...answers])).toThrow(reason);
});

test('no refusal repeats what was typed', () => {
  const typed = fc.string({ minLength: 12, unit: 'grapheme-ascii' });

  fc.assert(
    fc.property(fc.constantFrom(...KINDS), typed, typed, (kind, first, second) => {
      try {
        toSecret(kind, [first, second]);
      } catch (error) {
        expect((error as Error).message).not.toContain(first);
        expect((error as Error).message).not.toContain(second);
      }
    }),
  );
});
