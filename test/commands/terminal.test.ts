import { expect, test } from 'vitest';
import { openTerminal } from '#bin/commands/command-line/terminal.ts';

function heard(json: boolean, speak: (terminal: ReturnType<typeof openTerminal>) => void) {
  const said = { stdout: '', stderr: '' };
  const stdout = { write: (text: string) => (said.stdout += text) };
  const stderr = { write: (text: string) => (said.stderr += text) };
  speak(openTerminal({ stdout, stderr }, json));
  return said;
}

test('people get the text, programs one line of JSON', () => {
  const speak = (terminal: ReturnType<typeof openTerminal>) => terminal.answer('two\nlines', { lines: 2 });

  expect(heard(false, speak).stdout).toBe('two\nlines\n');
  expect(heard(true, speak).stdout).toBe('{"lines":2}\n');
});

test('progress never mixes with the answer', () => {
  expect(heard(true, ({ progress }) => progress('on the way'))).toEqual({
    stdout: '',
    stderr: 'on the way\n',
  });
});

test('the text of an event cannot steer the terminal', () => {
  const { stdout } = heard(false, ({ answer }) => answer('\u001b]0;owned\u0007 \u009b2J title', {}));

  expect(stdout).toBe(' ]0;owned   2J title\n');
});
