import type { Command } from '#bin/commands/command-line/command.ts';
import { describeError } from '#bin/commands/command-line/describe-error.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import { helpOf, overview, REEVE } from '#bin/commands/command-line/help.ts';
import { parseInput } from '#bin/commands/command-line/parse-input.ts';
import { openTerminal } from '#bin/commands/command-line/terminal.ts';

/** By name. Loaded when called: most commands need an SDK client, and no other command should wait for it. */
export type Commands = Record<string, () => Promise<Command>>;

/** Runs the command that the words name; the exit code comes back. */
export async function runCommandLine(
  commands: Commands,
  words: string[],
  streams: Parameters<typeof openTerminal>[0],
): Promise<number> {
  try {
    const [first] = words;
    if (first === undefined || first === '--help' || first === 'help') {
      const all = await Promise.all(Object.values(commands).map((load) => load()));
      const [asked] = words.length > 1 ? [find(commands, words.slice(1))] : [];
      streams.stdout.write(`${asked ? helpOf(await asked.load()) : overview(all)}\n`);
      return 0;
    }
    const { load, rest } = find(commands, words);
    const command = await load();
    const { json, help, ...input } = parseInput(command, rest);
    if (help) streams.stdout.write(`${helpOf(command)}\n`);
    else await command.run(input, openTerminal(streams, json));
    return 0;
  } catch (error) {
    openTerminal(streams, false).progress(describeError(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

/** The longest name that the words begin with: `mute list` before `mute`. */
function find(commands: Commands, words: string[]) {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load) return { load, rest: words.slice(length) };
  }
  const [first = ''] = words;
  const near = Object.keys(commands).filter((name) => name.startsWith(first.slice(0, 3)));
  const known =
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : `All: ${Object.keys(commands).join(', ')}.`;
  throw new UsageError(`There is no command "${first}". ${known}\nMore: ${REEVE} help`);
}
