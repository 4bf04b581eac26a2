import { createHmac, timingSafeEqual } from 'node:crypto';

/** `X-Hub-Signature-256`; the older header with SHA-1 proves nothing here. */
export const SIGNATURE = /^sha256=(?<digest>[0-9a-f]{64})$/;

/**
 * Whether one of the secrets signed these very bytes.
 * https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function isSigned(bytes: Uint8Array, signature: string, secrets: string[]): boolean {
  const digest = Buffer.from(SIGNATURE.exec(signature)?.groups?.['digest'] ?? '', 'hex');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(bytes).digest();
    return digest.length === expected.length && timingSafeEqual(digest, expected);
  });
}
