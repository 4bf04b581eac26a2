import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Failure } from '#bin/commands/command-line/errors.ts';

/** Asks without showing what is typed; without a terminal the answers are the lines of standard input. */
export async function askUnseen(questions: string[]): Promise<string[]> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    const lines = (await text(stdin)).split('\n');
    return questions.map((_, index) => lines[index]?.trim() ?? '');
  }

  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: unseen, terminal: true });
  const given = Promise.withResolvers<never>();
  // Ctrl-C and Ctrl-D both end the interface, and would leave the question without an answer.
  reader.once('SIGINT', () => reader.close());
  reader.once('close', () => given.reject(new Failure('Nothing was stored.')));
  try {
    const answers: string[] = [];
    for (const question of questions) {
      stderr.write(`${question}: `);
      answers.push((await Promise.race([reader.question(''), given.promise])).trim());
      stderr.write('\n');
    }
    return answers;
  } finally {
    reader.close();
  }
}
