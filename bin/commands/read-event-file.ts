import { readFile } from 'node:fs/promises';
import { Failure } from '#bin/commands/command-line/errors.ts';

/** The text of an event that lies in a file. */
export async function readEventFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new Failure(`${path}: ${reason}.`, { cause: error });
  }
}
