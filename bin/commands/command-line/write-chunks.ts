import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Standard output, or what stands for it. */
export type Output = { write(chunk: string | Uint8Array): unknown };

/**
 * Writes a file of any length, no faster than its reader reads. A reader that has read enough (`| head`) ends
 * it; that is no failure.
 */
export async function writeChunks(output: Output, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const stream = isStream(output) ? output : undefined;
  let failure: NodeJS.ErrnoException | undefined;
  stream?.on('error', (error) => (failure = error));
  for await (const chunk of chunks) {
    if (output.write(chunk) === false && stream) await once(stream, 'drain').catch(() => undefined);
    if (failure) break;
  }
  if (failure && failure.code !== 'EPIPE') throw failure;
}

function isStream(output: Output): output is Writable {
  return 'once' in output;
}
