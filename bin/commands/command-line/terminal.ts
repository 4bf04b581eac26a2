import { type Output, writeChunks } from '#bin/commands/command-line/write-chunks.ts';

/** Where a command speaks. */
export type Terminal = {
  /** What the command was asked for: the text for people, the data for programs. */
  answer: (text: string, data: unknown) => void;
  /** What goes on meanwhile; never mixed with the answer. */
  progress: (text: string) => void;
  /** An answer that is a file, such as CSV: as it is, character for character. */
  file: (text: string) => void;
  /** The same of any length and of any bytes. */
  stream: (chunks: AsyncIterable<Uint8Array>) => Promise<void>;
  /** People look at the answer: no pipe, no file. */
  isSeen: boolean;
};

type Streams = { stdout: Output & { isTTY?: boolean }; stderr: { write: (text: string) => unknown } };

/** With `json` an answer is one line of JSON. */
export function openTerminal({ stdout, stderr }: Streams, json: boolean): Terminal {
  return {
    answer: (text, data) => stdout.write(json ? `${JSON.stringify(data)}\n` : `${printable(text)}\n`),
    progress: (text) => stderr.write(`${printable(text)}\n`),
    file: (text) => stdout.write(text),
    stream: (chunks) => writeChunks(stdout, chunks),
    isSeen: stdout.isTTY === true,
  };
}

/** Texts of events could hold sequences that steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => (character === '\n' ? character : ' '));
}
