import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#bin/commands/command-line/errors.ts';

/** Writes a file whole or not at all; its size comes back. `mode`: who may read it, else what the umask leaves. */
export async function writeFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  mode?: number,
): Promise<number> {
  const unfinished = `${path}.${randomUUID()}`;
  try {
    // Open before anything can break: else the file might be made after it was taken away.
    const file = await open(unfinished, 'w', mode);
    await pipeline(chunks, file.createWriteStream());
    await rename(unfinished, path);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    const reason = code === 'ENOENT' ? 'there is no such folder' : `it cannot be written (${code})`;
    throw new Failure(`${path}: ${reason}.`, { cause: error });
  } finally {
    await rm(unfinished, { force: true });
  }
  return (await stat(path)).size;
}

/** `0 bytes`, `1.2 KB`, `34 MB` */
export function showSize(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const size = bytes / 1000 ** power;
  return `${power > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${units[power]}`;
}
