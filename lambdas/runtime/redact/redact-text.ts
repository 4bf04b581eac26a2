import { type Found, redactTexts } from '#lambdas/runtime/redact/redact-texts.ts';

export type { Found } from '#lambdas/runtime/redact/redact-texts.ts';

/** Counts up when the rules change: what was redacted by older ones is redacted again. */
export const REDACTION_VERSION = 2;

/** A text without secrets, e-mail addresses, phone and card numbers; what it says already as marks stays. */
export async function redactText(text: string): Promise<{ text: string; found: Found }> {
  const { texts, found } = await redactTexts([text], { pseudonyms: false });
  return { text: texts[0] ?? '', found };
}
