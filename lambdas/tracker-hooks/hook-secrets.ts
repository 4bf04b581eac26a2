import * as z from 'zod/mini';
import { PermanentError } from '#lambdas/runtime/errors.ts';

/** An empty one would let anybody sign. */
const Stored = z.object({ secrets: z.array(z.string().check(z.minLength(16))).check(z.minLength(1)) });

/** The secrets that deliveries may be signed with: two while one takes the place of the other. */
export function hookSecrets(stored: string): string[] {
  const result = Stored.safeParse(parsed(stored));
  if (result.success) return result.data.secrets;
  throw new PermanentError(
    'Secret of a webhook has another form: store it with "reeve secret set hooks:NAME"',
  );
}

/** The parser's own message would quote the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
