import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** Beside the reports: what they were before, and what is being written. No key begins with a dot. */
const VERSIONS = '.versions';
const UNFINISHED = '.unfinished';

/** Reports in a folder of this machine, as the bucket would hold them. The folder is made by the first write. */
export function folderStore(folder: string): ReportStore {
  const root = resolve(folder);
  const pathOf = (key: string) => {
    refuseEscape(key);
    return join(root, ...key.split('/'));
  };

  return {
    async read(key) {
      const path = pathOf(key);
      const file = await stat(path).catch(unlessMissing);
      return file?.isFile() ? chunksOf(path) : undefined;
    },

    async write(key, chunks) {
      const path = pathOf(key);
      const unfinished = join(root, UNFINISHED, randomUUID());
      await mkdir(dirname(unfinished), { recursive: true });
      try {
        // Open before anything can break: else the file might be made after it was taken away.
        const file = await open(unfinished, 'w');
        await pipeline(chunks, file.createWriteStream({ flush: true }));
        await mkdir(dirname(path), { recursive: true });
        await keepVersion(path, join(root, VERSIONS, ...key.split('/')));
        await rename(unfinished, path);
      } finally {
        await rm(unfinished, { force: true });
      }
    },

    async list(prefix) {
      // The part behind the last slash may be the beginning of a name.
      const above = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const entries = await readdir(join(root, above), { recursive: true, withFileTypes: true }).catch(
        unlessMissing,
      );
      return (entries ?? [])
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          join(parentPath, name)
            .slice(root.length + 1)
            .replaceAll(sep, '/'),
        )
        .filter((key) => key.startsWith(prefix) && !isHidden(key))
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    },
  };
}

/** Takes away what broken writes left. Nobody else may be writing. */
export async function clearUnfinished(folder: string): Promise<void> {
  await rm(join(folder, UNFINISHED), { recursive: true, force: true });
}

/** Opened when it is read, as a whole: what is not read leaves nothing open. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}

/** The same file under a second name: the first is never missing. Some disks know no second names. */
async function keepVersion(path: string, versions: string): Promise<void> {
  const former = await stat(path).catch(unlessMissing);
  if (!former) return;
  await mkdir(versions, { recursive: true });
  const version = join(versions, `${former.mtime.toISOString().replaceAll(':', '')}-${former.ino}`);
  await link(path, version).catch(() => copyFile(path, version));
}

function refuseEscape(key: string): void {
  const isPlain = posix.normalize(key) === key && !/^\/|\/$|[\\\0]/.test(key);
  if (!isPlain || isHidden(key)) throw new Error('The key of a report leaves its folder');
}

function isHidden(key: string): boolean {
  return key.startsWith('.');
}

function unlessMissing(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  return undefined;
}
