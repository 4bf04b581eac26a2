import type { CaseWriter } from '#lambdas/case-trackers/answer/case-writer.ts';
import { MOST_FILE_BYTES, MOST_TEXT_BYTES } from '#lambdas/case-trackers/attach/file-limits.ts';
import { secretKinds, textOfFile } from '#lambdas/case-trackers/attach/file-secrets.ts';
import type { FileTrouble } from '#lambdas/case-trackers/attach/file-trouble.ts';
import type { FileContent, LinkedFile, TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** No file is begun after so long: with what is begun, and AWS's look at it, a run that has little time left ends well. */
const CARRY_MS = 90_000;
/** AWS looks at a file before it may go with a message. */
const LOOK_MS = 60_000;
const LOOK_AGAIN_MS = 3000;

type Porters = {
  /** Absent: there are no files. */
  tracker: TrackerFiles | undefined;
  writer: CaseWriter;
  /** Says that this run is still at it. Fails where another has taken over. */
  renew: () => Promise<void>;
  now: () => Date;
  sleep: (milliseconds: number) => Promise<void>;
};

/** What became of files. `file`: the first that is in the way, from 1. `detail`: the kinds of secrets in it. */
export type Brought = { uploads: string[] } | { outcome: FileTrouble; file: number; detail?: string };

/**
 * Carries files from a tracker to AWS, one after the other, until a message may take them along. Repeated, it does no harm:
 * what no message takes AWS forgets. Fails with `RetryLaterError` where it may go better later.
 */
export async function bringFiles(files: LinkedFile[], porters: Porters): Promise<Brought> {
  const { tracker, writer, renew, now } = porters;
  if (!tracker || files.length === 0) return { uploads: [] };
  const begunAt = now().getTime();
  const uploads: string[] = [];
  for (const [index, file] of files.entries()) {
    if (now().getTime() - begunAt > CARRY_MS) return { outcome: 'files-slow', file: index + 1 };
    await renew();
    const content = await tracker.read(file, MOST_FILE_BYTES);
    const trouble = typeof content === 'string' ? { outcome: content } : await troubleIn(content);
    if (trouble) return { ...trouble, file: index + 1 };
    const { name, bytes } = content as FileContent;
    uploads.push(await writer.upload(name, bytes));
  }
  await renew();
  const refused = await firstRefused(uploads, porters);
  return refused === undefined ? { uploads } : { outcome: 'file-refused', file: refused + 1 };
}

async function troubleIn({
  bytes,
}: FileContent): Promise<{ outcome: FileTrouble; detail?: string } | undefined> {
  if (bytes.length === 0) return { outcome: 'file-empty' };
  if (bytes.length > MOST_FILE_BYTES) return { outcome: 'file-too-big' };
  const text = textOfFile(bytes);
  if (text === undefined) return undefined;
  if (bytes.length > MOST_TEXT_BYTES) return { outcome: 'file-long-text' };
  const kinds = await secretKinds(text);
  return kinds.length > 0 ? { outcome: 'file-secret', detail: kinds.join(', ') } : undefined;
}

async function firstRefused(uploads: string[], { writer, now, sleep }: Porters): Promise<number | undefined> {
  const since = now().getTime();
  for (const [index, id] of uploads.entries()) {
    for (;;) {
      const state = await writer.uploadState(id);
      if (state === 'failed') return index;
      if (state === 'ready') break;
      if (now().getTime() - since > LOOK_MS)
        throw new RetryLaterError('AWS Support has not looked at a file yet');
      await sleep(LOOK_AGAIN_MS);
    }
  }
  return undefined;
}
