import { describe, expect, test } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';

async function reeve(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  return { code: await runCommandLine(commands, words, streams), ...said };
}

test.each([[[]], [['help']], [['--help']]])('%j lists every command', async (words) => {
  const { code, stdout } = await reeve(...words);

  expect(code).toBe(0);
  for (const name of Object.keys(commands)) expect(stdout).toContain(`\n  ${name}`);
});

test('the lines of the help fit a terminal', async () => {
  const texts = [
    await reeve('help'),
    ...(await Promise.all(Object.keys(commands).map((name) => reeve('help', ...name.split(' '))))),
  ];

  for (const line of texts.flatMap(({ stdout }) => stdout.split('\n'))) expect(line.length).toBeLessThan(110);
});

test.each(Object.entries(commands))('%s bears its own name and has help of its own', async (name, load) => {
  const command = await load();
  const { code, stdout } = await reeve(...name.split(' '), '--help');

  expect(command.name).toBe(name);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: npm run reeve -- ${name}`);
  for (const option of Object.keys(command.options)) expect(stdout).toContain(`--${option}`);
});

describe('wrong use ends with code 2 and the way out', () => {
  test.each([
    ['bogus', 'There is no command "bogus"'],
    ['constructor', 'There is no command "constructor"'],
    ['secret', 'Did you mean secret set?'],
    ['help bogus', 'There is no command "bogus"'],
    ['route', 'route needs <event.json>'],
    ['route a.json b.json', 'route takes <event.json> and nothing more'],
    ['route a.json --colour red', "Unknown option '--colour'"],
    ['mute', 'mute needs --id, --reason, --until'],
    ['mute lists', 'mute needs --id, --reason, --until'],
    ['redrive', 'redrive needs <capability>'],
    ['redrive constructor', 'Dead letters are those of health-alerts'],
    ['send-test nowhere', 'There is no such channel'],
    ['local --port many', '--port must be a number'],
    ['replay x.json --port 70000', '--port must be a number'],
  ])('reeve %s', async (line, message) => {
    const { code, stdout, stderr } = await reeve(...line.split(' '));

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

test.each([
  [['secret', 'set', 'ops', 'xoxb-in-the-history']],
  [['secret', 'set', 'xoxb-in-the-history']],
  [['secret', 'set', 'ops', '--token=xoxb-in-the-history']],
])('a secret given as an argument is refused and not repeated', async (words) => {
  const { code, stderr } = await reeve(...words);

  expect(code).toBe(2);
  expect(stderr).not.toContain('in-the-history');
});

test('a file that is not there fails with code 1', async () => {
  const { code, stderr } = await reeve('route', '/nowhere/event.json');

  expect(code).toBe(1);
  expect(stderr).toContain('/nowhere/event.json: there is no such file');
});
