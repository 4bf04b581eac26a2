import type { Check } from '#bin/commands/doctor/check.ts';

const WIDTH = 100;

/** The checks for the help: what each looks at, and below it the actions that it calls. */
export function describeChecks(checks: Check[]): string {
  const nameWidth = Math.max(...checks.map(({ name }) => name.length));
  const indent = ' '.repeat(nameWidth + 4);
  return checks
    .flatMap(({ name, about, actions }) => [
      ...wrapped(about.split(' '), ' ').map(
        (line, index) => (index === 0 ? `  ${name.padEnd(nameWidth)}  ` : indent) + line,
      ),
      ...wrapped(actions, ', ').map((line) => indent + line),
    ])
    .join('\n');

  function wrapped(words: string[], between: string): string[] {
    const lines: string[] = [];
    for (const word of words) {
      const last = lines.at(-1);
      const longer = last === undefined ? word : `${last}${between}${word}`;
      if (last === undefined || indent.length + longer.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }
}
