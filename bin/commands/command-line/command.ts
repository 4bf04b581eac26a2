import type { Terminal } from '#bin/commands/command-line/terminal.ts';

/** At the end of the last parameter: one or more of it. */
export const SEVERAL = ' …';

type Option = {
  type: 'string' | 'boolean';
  about: string;
  /** The word that stands for the value in the help. */
  value?: string;
  required?: true;
  multiple?: true;
  default?: string;
};
export type Options = Record<string, Option>;

type Value<O extends Option> = O extends { type: 'boolean' }
  ? boolean
  : O extends { multiple: true }
    ? string[]
    : string;
type Values<O extends Options> = {
  [Name in keyof O]: O[Name] extends { required: true } | { default: string }
    ? Value<O[Name]>
    : Value<O[Name]> | undefined;
};

export type Input<O extends Options> = {
  /** One for each of `parameters`, or more of the last where that ends with `SEVERAL`. */
  parameters: string[];
  options: Values<O>;
};

type Definition<O extends Options> = {
  /** The words that call it: `mute list`. */
  name: string;
  summary: string;
  /** More for its own help. */
  details?: string;
  parameters: string[];
  options: O;
  /** A method, so that a command with options of its own is still a Command. */
  run(input: Input<O>, terminal: Terminal): Promise<void>;
};

/** One word (or two) of the command line. Its usage is made from what it takes. */
export type Command = Definition<Options>;

/** Gives `run` the types of the options that are declared beside it. */
export function defineCommand<const O extends Options>(command: Definition<O>): Command {
  return command;
}
