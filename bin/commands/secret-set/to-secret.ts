import { createPrivateKey, randomBytes } from 'node:crypto';
import { Failure } from '#bin/commands/command-line/errors.ts';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';
import type { TrackerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';

export type SecretKind = ChannelSettings['kind'] | TrackerSettings['kind'] | 'github-app';

/** What the function reads, and a signing secret that was made here and that the receiver needs too. */
export type Secret = { value: string; signingSecret?: string };

const QUESTIONS: Record<SecretKind, string[]> = {
  github: ['Token of GitHub (github_pat_…), with "Issues: read and write" on the repository'],
  'github-app': ['File of the private key of the GitHub App (….private-key.pem)'],
  slack: ['Bot token (xoxb-…)'],
  'slack-webhook': ['URL of the incoming webhook (https://hooks.slack.com/services/…)'],
  webhook: ['URL of the receiver (https://…)', 'Signing secret (whsec_…; leave empty for a new one)'],
};

const BOT_TOKEN = /^xoxb-[A-Za-z0-9-]+$/;
const GITHUB_TOKEN = /^(?:github_pat|gh[ps])_\w{20,}$/;
const SIGNING_SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const NEW_KEY_BYTES = 32;

export function questionsFor(kind: SecretKind): string[] {
  return QUESTIONS[kind];
}

/** Checks the answers by the kind of channel or tracker. No error repeats them. */
export function toSecret(kind: SecretKind, [first = '', second = '']: string[]): Secret {
  switch (kind) {
    case 'slack':
      if (!BOT_TOKEN.test(first))
        throw new Failure('A bot token starts with xoxb-: see "OAuth & Permissions".');
      return { value: first };
    case 'github':
      if (!GITHUB_TOKEN.test(first)) throw new Failure('A token of GitHub starts with github_pat_ or ghp_.');
      return { value: first };
    case 'github-app':
      return { value: rsaKey(first) };
    case 'slack-webhook':
      return { value: httpsUrl(first) };
    case 'webhook': {
      const made = second === '' ? `whsec_${randomBytes(NEW_KEY_BYTES).toString('base64')}` : undefined;
      const value = JSON.stringify({ url: httpsUrl(first), secrets: [made ?? signingSecret(second)] });
      return made ? { value, signingSecret: made } : { value };
    }
  }
}

function rsaKey(text: string): string {
  const isRsa = () => createPrivateKey(text).asymmetricKeyType === 'rsa';
  try {
    if (isRsa()) return text.trim();
  } catch {
    // Its words may repeat the key.
  }
  throw new Failure('That holds no RSA private key: GitHub gives one at "Private keys" of the App.');
}

function httpsUrl(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:') throw new Failure('The URL must start with https:// and be complete.');
  return text;
}

function signingSecret(text: string): string {
  const { length } = Buffer.from(SIGNING_SECRET.exec(text)?.[1] ?? '', 'base64');
  if (length < 24 || length > 64) {
    throw new Failure(
      'A signing secret is whsec_ and 24 to 64 bytes in base64; leave it empty for a new one.',
    );
  }
  return text;
}
