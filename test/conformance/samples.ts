import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { playAdvisorAnswers } from '#test/conformance/advisor-samples/play-advisor-answers.ts';
import { playAdvisorEvents } from '#test/conformance/advisor-samples/play-advisor-events.ts';
import { playConfigSamples } from '#test/conformance/config-samples/play-config-samples.ts';
import { playCostSamples } from '#test/conformance/cost-samples/play-cost-samples.ts';
import { playEcsSamples } from '#test/conformance/ecs-samples.ts';
import { hearChannels } from '#test/conformance/hear-channels.ts';
import { judgeForwarding, readMemberRules } from '#test/conformance/member-rules.ts';
import { readEvents, readSamples, type Sample, unreadableSample } from '#test/conformance/read-samples.ts';
import { replaySample } from '#test/conformance/replay-sample.ts';
import { playSupportEvents } from '#test/conformance/support-samples/play-support-events.ts';
import { playSupportSamples } from '#test/conformance/support-samples/play-support-samples.ts';
import { synthesizeAssembly } from '#test/conformance/synthesize-assembly.ts';
import { createTally, type Tally } from '#test/conformance/tally.ts';

// npm run conformance -- FOLDER: every event in FOLDER/health through the built functions, to a message in
// each channel that should hear of it, or to a refusal that expected-outcome.ts documents. Every answer of Cost
// Explorer in FOLDER/ce through Reeve into its tables, exact in each format. Every event in FOLDER/ecs from the bus of
// a member to the channels. Everything in FOLDER/config through the rules and functions of required tags. Every event in
// FOLDER/ta/events from the bus of a member to the channels, every answer in FOLDER/ta/api to items. AWS Support's
// models, answers and events in FOLDER/support against its counterpart, the events from the bus of a member to the
// channels too. The events of all other folders must stay unheard.

const HEALTH = 'health';
/** Answers to questions: an event among them is an answer that nobody knows, and fails. */
const COSTS = 'ce';
const ECS = 'ecs';
const CONFIG = 'config';
const ADVISOR = 'ta';
const SUPPORT = 'support';
const [folder] = process.argv.slice(2);

if (folder === undefined) {
  console.error('npm run conformance -- FOLDER, with the folder that holds health/*.json');
  process.exitCode = 2;
} else if (!existsSync(folder)) {
  console.log(`skipped: no samples at ${folder}`);
} else {
  process.exitCode = await replaySamples(folder);
}

async function replaySamples(samples: string): Promise<number> {
  const tally = createTally();
  const assembly = await synthesizeAssembly('samples');
  const health = existsSync(join(samples, HEALTH)) ? readSamples(join(samples, HEALTH)) : [];
  if (health.length === 0) tally.failed(`${join(samples, HEALTH)} holds no sample`);
  for (const sample of [...health, unreadableSample()]) {
    const { line, complaints } = await replaySample(sample, assembly);
    if (complaints.length === 0) tally.passed(`${sample.name} → ${line}`);
    else tally.failed(`${sample.name} → ${line}\n  ${complaints.join('\n  ')}`);
  }
  const others = readdirSync(samples, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && ![HEALTH, COSTS, ECS, CONFIG, ADVISOR, SUPPORT].includes(entry.name),
    )
    .map(({ name }) => name)
    .sort();
  for (const name of others) await replayUnheard(name, join(samples, name), assembly, tally);
  await playEcsSamples(join(samples, ECS), assembly, tally);
  await playConfigSamples(join(samples, CONFIG), assembly, tally);
  await playAdvisorEvents(join(samples, ADVISOR, 'events'), assembly, tally);
  playAdvisorAnswers(join(samples, ADVISOR, 'api'), tally);
  await playSupportSamples(join(samples, SUPPORT), tally);
  await playSupportEvents(join(samples, SUPPORT, 'eventbridge'), assembly, tally);
  judgeMemberRules(samples, health, [...others, ECS, CONFIG, ADVISOR, SUPPORT], assembly, tally);
  await playCostSamples(join(samples, COSTS), tally);
  return tally.close();
}

/** All events of all folders through the rules of a member: what is forwarded, what is dropped, and why. */
function judgeMemberRules(
  samples: string,
  health: Sample[],
  others: string[],
  assembly: string,
  tally: Tally,
): void {
  const rules = readMemberRules(assembly);
  for (const { name, event } of health) judgeForwarding(`${HEALTH}/${name}`, event, rules, tally);
  for (const folder of others) {
    if (!existsSync(join(samples, folder))) continue;
    const { events } = readEvents(join(samples, folder));
    for (const [index, event] of events.entries()) {
      judgeForwarding(`${folder}/ event ${index + 1}`, event, rules, tally);
    }
  }
}

/** Events that are none of AWS Health: no rule of it may match, and what no rule matches nobody may hear. */
async function replayUnheard(name: string, path: string, assembly: string, tally: Tally): Promise<void> {
  const { events, filesWithout } = readEvents(path);
  const cloud = await startEmbeddedCloud({ assembly });
  try {
    for (const event of events) await cloud.putEvent(event);
    await cloud.settled();
    const matched = cloud.journal.steps.filter(
      ({ kind, text }) => kind === 'rule' && text.endsWith(' matched'),
    );
    const byHealth = matched.filter(({ text }) => text.includes('HealthAlerts'));
    const { told } = hearChannels(cloud.products);
    const line = `${name}/ → ${events.length} events, ${filesWithout} files that are no events`;
    if (byHealth.length > 0) tally.failed(`${line}: a rule of AWS Health matched ${byHealth.length} times`);
    else if (matched.length === 0 && told.length > 0) tally.failed(`${line}: told ${told.join()}`);
    else tally.passed(`${line}: no rule of AWS Health matched, nobody was told`);
  } finally {
    await cloud.stop();
  }
}
