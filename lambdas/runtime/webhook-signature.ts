import { createHmac } from 'node:crypto';
import { PermanentError } from '#lambdas/runtime/errors.ts';

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/**
 * The headers of Standard Webhooks 1.0.0 for the exact bytes sent. With two secrets (while one replaces the
 * other) there are two signatures. https://github.com/standard-webhooks/standard-webhooks
 */
export function signedHeaders(id: string, at: Date, body: string, secrets: string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
    return `v1,${digest}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64');
  if (key.length >= 24 && key.length <= 64) return key;
  throw new PermanentError('A signing secret must be whsec_ and 24 to 64 bytes in base64');
}
