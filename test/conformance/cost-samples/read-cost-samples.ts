import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

/** One answer of Cost Explorer. */
export type CostSample = {
  name: string;
  answer: Json;
  /** Who published it: answers of one origin tell of the same costs. None where other filters stood in the questions. */
  origin?: string;
};

/** The answers in a folder, file by file; a file that is a map or a list of answers of costs holds several. */
export function readCostSamples(folder: string): CostSample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => samplesIn(name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown));
}

function samplesIn(name: string, json: unknown): CostSample[] {
  const entries = Object.entries((json ?? {}) as Json);
  const isMap = entries.length > 0 && entries.every(([, value]) => isCosts(value));
  if (isMap) return entries.map(([key, answer]) => ({ name: `${name} ${key}`, answer: answer as Json }));
  return [{ name, answer: (json ?? {}) as Json, origin: name.split('.').at(-2) ?? name }];
}

function isCosts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ResultsByTime' in value;
}
