import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type JsonObject } from './json-object.ts';

/** The `settings.json` beside the code of a function; empty where there is none. */
export function functionSettings(codeDirectory: string): JsonObject {
  const file = join(codeDirectory, 'settings.json');
  const settings: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return isJsonObject(settings) ? settings : {};
}
