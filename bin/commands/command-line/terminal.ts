/** Where a command speaks. */
export type Terminal = {
  /** What the command was asked for: the text for people, the data for programs. */
  answer: (text: string, data: unknown) => void;
  /** What goes on meanwhile; never mixed with the answer. */
  progress: (text: string) => void;
  /** An answer that is a file, such as CSV: as it is, character for character. */
  file: (text: string) => void;
};

type Streams = { stdout: { write: (text: string) => unknown }; stderr: { write: (text: string) => unknown } };

/** With `json` an answer is one line of JSON. */
export function openTerminal({ stdout, stderr }: Streams, json: boolean): Terminal {
  return {
    answer: (text, data) => stdout.write(json ? `${JSON.stringify(data)}\n` : `${printable(text)}\n`),
    progress: (text) => stderr.write(`${printable(text)}\n`),
    file: (text) => stdout.write(text),
  };
}

/** Texts of events could hold sequences that steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => (character === '\n' ? character : ' '));
}
