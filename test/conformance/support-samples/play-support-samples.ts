import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareSupportEvents } from '#test/conformance/support-samples/compare-support-events.ts';
import { compareSupportModels } from '#test/conformance/support-samples/compare-support-models.ts';
import { playSupportAnswers } from '#test/conformance/support-samples/play-support-answers.ts';
import type { Tally } from '#test/conformance/tally.ts';

/** AWS Support's models, answers and events against the counterpart that plays it here. */
export async function playSupportSamples(folder: string, tally: Tally): Promise<void> {
  if (!existsSync(folder)) {
    console.log(`skipped: no samples of AWS Support at ${folder}`);
    return;
  }
  compareSupportModels(join(folder, 'model'), tally);
  await playSupportAnswers(join(folder, 'api'), tally);
  const events = join(folder, 'eventbridge');
  if (existsSync(events)) compareSupportEvents(events, tally);
}
