import { randomBytes } from 'node:crypto';
import { Failure } from '#bin/commands/command-line/errors.ts';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';

type Kind = ChannelSettings['kind'];

/** What chat-delivery reads, and a signing secret that was made here and that the receiver needs too. */
export type Secret = { value: string; signingSecret?: string };

const QUESTIONS: Record<Kind, string[]> = {
  slack: ['Bot token (xoxb-…)'],
  'slack-webhook': ['URL of the incoming webhook (https://hooks.slack.com/services/…)'],
  webhook: ['URL of the receiver (https://…)', 'Signing secret (whsec_…; leave empty for a new one)'],
};

const BOT_TOKEN = /^xoxb-[A-Za-z0-9-]+$/;
const SIGNING_SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const NEW_KEY_BYTES = 32;

export function questionsFor(kind: Kind): string[] {
  return QUESTIONS[kind];
}

/** Checks the answers by the channel's kind. No error repeats them. */
export function toSecret(kind: Kind, [first = '', second = '']: string[]): Secret {
  switch (kind) {
    case 'slack':
      if (!BOT_TOKEN.test(first))
        throw new Failure('A bot token starts with xoxb-: see "OAuth & Permissions".');
      return { value: first };
    case 'slack-webhook':
      return { value: httpsUrl(first) };
    case 'webhook': {
      const made = second === '' ? `whsec_${randomBytes(NEW_KEY_BYTES).toString('base64')}` : undefined;
      const value = JSON.stringify({ url: httpsUrl(first), secrets: [made ?? signingSecret(second)] });
      return made ? { value, signingSecret: made } : { value };
    }
  }
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
