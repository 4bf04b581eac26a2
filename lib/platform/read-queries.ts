import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { NamedQuery } from '#lib/platform/report-catalog.ts';

/**
 * The SQL files of a folder as queries for Athena. The comment that a file opens with tells people about it: its
 * first line is the name, the others say what it answers and what it cannot see.
 */
export function readQueries(folder: string): NamedQuery[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return files.toSorted().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8').trim();
    const [name = '', ...about] = commentAbove(text);
    return { id: idOf(basename(file, '.sql')), name, about: about.join(' '), sql: text };
  });
}

function commentAbove(text: string): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  return lines.slice(0, end).map((line) => line.slice(2).trim());
}

/** `accounts-that-grew` → `AccountsThatGrewQuery` */
function idOf(name: string): string {
  return `${name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Query`;
}
