import { UsageError } from '#bin/commands/command-line/errors.ts';
import { RUN_SETS, type RunSet } from '#lambdas/cost-reports/cost-message.ts';

export function readSet(text: string): RunSet {
  const set = RUN_SETS.find((known) => known === text);
  if (!set) throw new UsageError(`--set must be ${RUN_SETS.join(' or ')}.`);
  return set;
}
