import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { pythonModule } from './python.ts';

/** What the figures were measured on, and with what. */
export function describeMachine(now: Date): string[] {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return [
    `${now.toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim()}, ${memory} GB, ${process.platform} ${process.arch}`,
    `Node ${process.version}, csv-stringify ${versionOf('csv-stringify')}, hyparquet-writer ${versionOf('hyparquet-writer')}`,
    ...['pandas', 'xlsxwriter'].map((name) => `${name} ${pythonModule(name) ?? 'is not there'}`),
  ];
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
