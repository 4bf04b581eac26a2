import type * as z from 'zod/mini';
import { Refusal } from './refusal.ts';

/** What the console can be asked, by method and path: `GET /api/ledger`. Answers are JSON. */
export type Api = Record<string, (input: unknown) => unknown>;

/** A handler that is called only with input that fits the schema. */
export function taking<Schema extends z.ZodMiniType>(
  schema: Schema,
  handle: (input: z.infer<Schema>) => unknown,
): Api[string] {
  return (input) => {
    const result = schema.safeParse(input);
    if (result.success) return handle(result.data);
    const [issue] = result.error.issues;
    throw new Refusal(400, `${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
  };
}
