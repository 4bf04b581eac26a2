import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { ScpStatement } from '#lib/tags/prevention/scp-statement.ts';

const REQUEST_TAG = 'aws:RequestTag/';

/** A line for each thing that statements deny: the key, what is wrong with it, and of how many calls. */
export function summarizeStatements(statements: ScpStatement[]): string[] {
  const calls = new Map<string, { words: string[]; count: number }>();
  for (const statement of statements) {
    const words = wordsOf(statement);
    const known = calls.get(words.join(' '));
    calls.set(words.join(' '), { words, count: (known?.count ?? 0) + statement.Action.length });
  }
  return textTable(
    [...calls.values()].map(({ words, count }) => [...words, `${count} call${count === 1 ? '' : 's'}`]),
  );
}

function wordsOf({ Condition }: ScpStatement): [key: string, denied: string] {
  const wrong = Condition['StringNotEquals'];
  const [name = ''] = Object.keys(wrong ?? Condition['Null'] ?? {});
  const values = wrong ? [wrong[name] ?? []].flat().map((value) => value.replaceAll('${$}{', '${')) : [];
  return [
    name.slice(REQUEST_TAG.length),
    wrong ? `is other than ${values.slice(0, 5).join(', ')}${values.length > 5 ? ', …' : ''}` : 'is missing',
  ];
}
