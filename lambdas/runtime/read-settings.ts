import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads `settings.json`, which synth validated and wrote beside the function. */
export function readSettings<Settings>(): Settings {
  const folder = process.env['LAMBDA_TASK_ROOT'] ?? '.';
  return JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as Settings;
}
