import type { Command, Options } from '#bin/commands/command-line/command.ts';

/** How people call Reeve; `npx reeve` outside the clone would fetch a stranger's package. */
export const REEVE = 'npm run reeve --';

/** The options that every command takes. */
export const COMMON_OPTIONS = {
  json: { type: 'boolean', about: 'One line of JSON for programs (with npm run --silent)' },
  help: { type: 'boolean', about: 'This text' },
} satisfies Options;

export function overview(commands: Command[]): string {
  return [
    'Reeve tells people in chat what their AWS accounts must know.',
    '',
    `Usage: ${REEVE} <command> [options]`,
    '',
    ...columns(commands.map(({ name, parameters, summary }) => [[name, ...parameters].join(' '), summary])),
    '',
    `More of one: ${REEVE} <command> --help`,
    'Exit codes: 0 done, 1 failed, 2 used wrongly.',
  ].join('\n');
}

export function helpOf(command: Command): string {
  const { summary, details } = command;
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS } as Options);
  const rows = options.map(([name, option]): [string, string] => [
    optionWords(name, option),
    option.default === undefined ? option.about : `${option.about} (else ${option.default})`,
  ]);
  return [`${summary}.`, ...(details ? ['', details] : []), '', usageOf(command), '', ...columns(rows)].join(
    '\n',
  );
}

/** `Usage: npm run reeve -- mute --id NAME … [options]` */
export function usageOf({ name, parameters, options }: Command): string {
  const required = Object.entries(options).filter(([, option]) => option.required);
  const words = [...parameters, ...required.map(([key, option]) => optionWords(key, option)), '[options]'];
  return `Usage: ${REEVE} ${name} ${words.join(' ')}`;
}

function optionWords(name: string, { type, value = 'TEXT', multiple }: Options[string]): string {
  return `--${name}${type === 'string' ? ` ${value}` : ''}${multiple ? ' …' : ''}`;
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
