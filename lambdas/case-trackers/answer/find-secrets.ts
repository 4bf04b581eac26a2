import { redactText } from '#lambdas/runtime/redact/redact-text.ts';

/** What one may tell AWS: how to reach people. */
const NO_SECRETS = new Set(['E-MAIL', 'phone number']);

/** What in a text looks like a secret, by kind, and the text without it; undefined where nothing does. */
export async function findSecrets(text: string): Promise<{ kinds: string[]; masked: string } | undefined> {
  const redacted = await redactText(text);
  const kinds = Object.keys(redacted.found).filter((kind) => !NO_SECRETS.has(kind));
  return kinds.length > 0 ? { kinds, masked: redacted.text } : undefined;
}
