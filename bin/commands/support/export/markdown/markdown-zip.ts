import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CaseRecord } from '#bin/commands/support/export/case-record.ts';
import { caseMarkdown } from '#bin/commands/support/export/markdown/case-markdown.ts';

/** A zip with a file a case. `names`: of the files, in the order in which the cases come; each is written as it comes. */
export async function* toMarkdownZip(
  names: readonly string[],
  records: AsyncIterable<CaseRecord>,
  exportedAt: Date,
): AsyncGenerator<Uint8Array> {
  const next = records[Symbol.asyncIterator]();
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);
  for (const name of names) {
    zip.addReadStreamLazy(name, { mtime: exportedAt }, (give) => {
      const text = async function* () {
        const result = await next.next();
        if (!result.done) yield Buffer.from(caseMarkdown(result.value));
      };
      // yazl passes on no error of what it reads.
      give(null, Readable.from(text()).on('error', fail));
    });
  }
  zip.end();
  yield* output;
}
