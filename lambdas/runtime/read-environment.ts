import type * as z from 'zod/mini';

/** Validates `process.env` at cold start; the error names every bad variable at once and shows no value. */
export function readEnvironment<Schema extends z.ZodMiniObject>(schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
  throw new Error(`Environment variables missing or malformed: ${names.join(', ')}`);
}
