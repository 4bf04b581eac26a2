import { Failure } from '#bin/commands/command-line/errors.ts';
import type { Settings } from '#lib/settings.ts';

/** The settings of this clone. What is wrong in them is told by them, not by a stack trace. */
export async function readSettings(): Promise<Settings> {
  try {
    return (await import('#config')).default;
  } catch (error) {
    throw new Failure((error as Error).message, { cause: error });
  }
}
