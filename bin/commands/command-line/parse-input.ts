import { parseArgs } from 'node:util';
import { type Command, type Input, type Options, SEVERAL } from '#bin/commands/command-line/command.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import { COMMON_OPTIONS, REEVE, usageOf } from '#bin/commands/command-line/help.ts';

type Parsed = Input<Options> & { json: boolean; help: boolean };

/** Reads what stands behind a command's name. No error repeats a value: it may be a secret. */
export function parseInput(command: Command, words: string[]): Parsed {
  const { values, positionals } = parse(command, words);
  const { json = false, help = false, ...options } = values as Record<string, unknown>;
  const parsed = {
    parameters: positionals,
    options: options as Parsed['options'],
    json: json === true,
    help: help === true,
  };
  if (parsed.help) return parsed;

  const { name, parameters } = command;
  const missing = [
    ...parameters.slice(positionals.length),
    ...Object.entries(command.options)
      .filter(([option, { required }]) => required && options[option] === undefined)
      .map(([option]) => `--${option}`),
  ];
  if (missing.length > 0) throw wrong(command, `${name} needs ${missing.join(', ')}`);
  const takesMore = parameters.at(-1)?.endsWith(SEVERAL) ?? false;
  if (positionals.length > parameters.length && !takesMore) {
    throw wrong(command, `${name} takes ${parameters.join(', ') || 'no words'} and nothing more`);
  }
  return parsed;
}

function parse(command: Command, args: string[]) {
  const options = { ...command.options, ...COMMON_OPTIONS } as Options;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    throw wrong(command, message.split(/\.\s|\n/)[0]?.replace(/\.$/, '') ?? '');
  }
}

function wrong(command: Command, reason: string): UsageError {
  return new UsageError(`${reason}.\n${usageOf(command)}\nMore: ${REEVE} ${command.name} --help`);
}
