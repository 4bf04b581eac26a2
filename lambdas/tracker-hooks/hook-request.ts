import * as z from 'zod/mini';

/**
 * What a function URL hands over, as far as it is used. Names of headers are in lower case.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export const HookRequest = z.object({
  rawPath: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
});
export type HookRequest = z.infer<typeof HookRequest>;

/** What the sender is told. */
export type HookAnswer = { statusCode: number; headers: Record<string, string>; body: string };

/** The bytes as they were sent: what is signed. */
export function bytesOf({ body = '', isBase64Encoded }: HookRequest): Buffer {
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}
