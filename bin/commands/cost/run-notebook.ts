import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { clearUnfinished } from '#bin/commands/reports/folder-store.ts';
import type { CostMessage } from '#lambdas/cost-reports/cost-message.ts';

/** Says which run works in a folder, so that no second one does, and a broken one goes on where it was. */
const NOTE = '.run.json';
type Note = { process: number; message: CostMessage };

export type RunNotebook = {
  message: CostMessage;
  /** The run was begun before, and was not finished. */
  isResumed: boolean;
  /** Nothing is left of it to do. */
  finish: () => Promise<void>;
};

/**
 * Begins a run in a folder. One of the same set that broke off today is taken up again under its old name: by
 * that its pages are found, and not paid for twice. Yesterday's asked for other days.
 */
export async function openNotebook(folder: string, wanted: CostMessage): Promise<RunNotebook> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${folder}: this folder cannot be made (${error.code}). Name another one (--out).`);
  });
  const path = join(folder, NOTE);
  const former = await takeOver(path, folder);
  const isResumed = former?.set === wanted.set && dayOf(former) === dayOf(wanted);
  const message = isResumed ? former : wanted;
  const note: Note = { process: process.pid, message };
  await writeFile(path, JSON.stringify(note));
  await clearUnfinished(folder);
  const finish = async () => {
    await clearUnfinished(folder);
    await rm(path, { force: true });
  };
  return { message, isResumed, finish };
}

/** Of two that begin at once only one makes the note. What broke off is told, what is alive is a failure. */
async function takeOver(path: string, folder: string): Promise<CostMessage | undefined> {
  const isFirst = await open(path, 'wx').then(
    (file) => file.close().then(() => true),
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return false;
    },
  );
  if (isFirst) return undefined;
  const note = readNote(await readFile(path, 'utf8'));
  if (note && note.process !== process.pid && isAlive(note.process)) {
    throw new Failure(`A run works in ${folder} already (process ${note.process}): wait for its end.`);
  }
  return note?.message;
}

/** A machine that lost its power leaves the file empty. */
function readNote(text: string): Note | undefined {
  try {
    return JSON.parse(text) as Note;
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function dayOf({ at }: CostMessage): string {
  return at.slice(0, 10);
}
