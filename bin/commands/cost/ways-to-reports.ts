import { existsSync } from 'node:fs';
import { REEVE } from '#bin/commands/command-line/help.ts';

/** Where runs of this machine leave their reports, unless said otherwise. */
export const DEFAULT_FOLDER = 'reeve-costs';

/** How the first reports come into a place that has none. */
export function wayToReports(folder: string | undefined): string {
  return `A run makes them: ${REEVE} cost run${folder === undefined ? '' : ` --out ${folder}`}`;
}

/** What people can do who want to read reports all the same. */
export function wayWithoutDeployment(): string {
  return existsSync(DEFAULT_FOLDER)
    ? `Reports of runs on this machine: --from ${DEFAULT_FOLDER}.`
    : `Without a deployment ${REEVE} cost run makes reports on this machine.`;
}
