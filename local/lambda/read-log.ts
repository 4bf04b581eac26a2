import type { Readable } from 'node:stream';

// The bootstrap writes this mark and the request id after the last line of an invocation.
const END_MARK = '\0end ';

type LogReader = { onLine: (line: string) => void; onEnd: (requestId: string) => void };

/** Splits what a sandbox writes into lines, and tells when the log of an invocation is complete. */
export function readLog(stream: Readable, { onLine, onEnd }: LogReader): void {
  let unfinished = '';
  const read = (line: string) => {
    const [text = '', requestId] = line.split(END_MARK);
    if (text !== '') onLine(text);
    if (requestId !== undefined) onEnd(requestId);
  };
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (unfinished + chunk).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) read(line);
  });
  stream.on('end', () => read(unfinished));
}
