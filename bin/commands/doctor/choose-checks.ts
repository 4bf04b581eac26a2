import { UsageError } from '#bin/commands/command-line/errors.ts';
import type { Check } from '#bin/commands/doctor/check.ts';

/** The checks that `--only` names, in the order of the report; all of them without it. */
export function chooseChecks(checks: Check[], only: string | undefined): Check[] {
  if (only === undefined) return checks;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = checks.map(({ name }) => name).join(', ');
    throw new UsageError(`--only names no check: ${unknown.join(', ')}. There are ${known}.`);
  }
  return checks.filter(({ name }) => names.includes(name));
}
