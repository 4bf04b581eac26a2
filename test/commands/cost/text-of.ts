import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** A file of a store as text; undefined where there is none. */
export async function textOf(store: Pick<ReportStore, 'read'>, key: string): Promise<string | undefined> {
  const file = await store.read(key);
  if (!file) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
