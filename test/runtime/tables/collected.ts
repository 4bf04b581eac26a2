import type { Chunks } from '#lambdas/runtime/report-store.ts';

/** All bytes of a stream. */
export async function collected(chunks: Chunks): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
