import { Failure } from '#bin/commands/command-line/errors.ts';
import type { SecretKind } from '#bin/commands/secret-set/to-secret.ts';

/** What must have been answered to `secret set` for a secret to read so; while one is rotated, for each of the two. */
export function answersOf(kind: SecretKind, secret: string): string[][] {
  if (kind !== 'webhook' && kind !== 'hooks') return [[secret]];
  const { url, secrets } = readWebhook(secret);
  if (!Array.isArray(secrets) || secrets.length === 0) throw malformed();
  // An empty answer would ask for a new secret.
  const given = secrets.map((one) => String(one) || '(empty)');
  if (kind === 'hooks') return given.map((one) => [one]);
  if (typeof url !== 'string') throw malformed();
  return given.map((signingSecret) => [url, signingSecret]);
}

function readWebhook(secret: string): { url?: unknown; secrets?: unknown } {
  try {
    return (JSON.parse(secret) as object | null) ?? {};
  } catch {
    // The parser's own error would quote the secret.
    throw malformed();
  }
}

const malformed = () =>
  new Failure('The secret of a webhook is JSON with secrets, and with url where it is sent to.');
