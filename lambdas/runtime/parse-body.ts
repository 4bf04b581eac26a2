import type * as z from 'zod/mini';
import { PermanentError } from '#lambdas/runtime/errors.ts';

/** The message body as the schema reads it; an unreadable one is a permanent error that names the fields. */
export function parseBody<Schema extends z.ZodMiniType>(schema: Schema, body: string): z.infer<Schema> {
  return parseMessage(schema, parseJson(body));
}

/** The same of what came as it is, without a text around it. */
export function parseMessage<Schema extends z.ZodMiniType>(
  schema: Schema,
  message: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(message);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || '(whole message)');
  throw new PermanentError('Message is unreadable', { fields: { fields: [...new Set(fields)] } });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own message quotes the text, which may hold what a log must not.
    throw new PermanentError('Message is not JSON', { fields: { fields: ['(whole message)'] } });
  }
}
