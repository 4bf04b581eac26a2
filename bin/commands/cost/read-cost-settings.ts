import { Failure } from '#bin/commands/command-line/errors.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';

/** What reeve.config.ts says of cost reports. */
export async function readCostSettings(stack: string): Promise<CostSettings> {
  const settings = costSettingsOf(await readSettings(), stack);
  if (!settings) throw new Failure('There are no costs in reeve.config.ts: write "costs: {}" there.');
  return settings;
}
