import { existsSync } from 'node:fs';
import settings from '#config';
import type { BusEvent } from '#local/bus/bus-event.ts';
import {
  answerCase,
  openCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { disorderEvents } from '#local/counterparts/organization/disorder-events.ts';
import type { WorldSupport } from '#local/counterparts/organization/world-cases.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { hearChannels, watchRefusals } from '#test/conformance/hear-channels.ts';
import { readSamples } from '#test/conformance/read-samples.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { tellCases, wakeCases } from '#test/scenarios/play-support.ts';

/** A member of the settings, whose rules the events shall meet. */
const MEMBER = settings.accounts[0]?.id ?? '';
const SUBJECT = 'A case of the samples';

/** Every event from a member's default bus to the channels, with what it announces done before; then all once more. */
export async function playSupportEvents(folder: string, assembly: string, tally: Tally): Promise<void> {
  if (!existsSync(folder)) return;
  const cloud = await startEmbeddedCloud({ assembly, fires: ({ arn }) => arn.includes('AlertClock') });
  try {
    const refusals = watchRefusals(cloud.gateway);
    const directory = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
    await cloud.scheduler.trigger(directory?.arn ?? '');
    await cloud.settled();
    await wakeCases(cloud, 'Sweep');
    const samples = readSamples(folder).toSorted((a, b) => a.event.time.localeCompare(b.event.time));
    const told: BusEvent[] = [];
    for (const { name, event, remarks } of samples) {
      // AWS keeps cases for 24 months: the samples are older.
      const time = `${new Date(cloud.clock.now()).toISOString().slice(0, 19)}Z`;
      const moved = { ...event, account: MEMBER, region: 'us-east-1', time };
      happen(cloud.organization.world.support, moved, cloud.clock.now());
      told.push(moved);
      const { line, complaints } = await playEvent(cloud, moved);
      const all = [...complaints, ...refusals.splice(0)];
      const oddities = remarks.length > 0 ? ` (${remarks.join('; ')})` : '';
      if (all.length === 0) tally.passed(`support/eventbridge/${name} → ${line}${oddities}`);
      else tally.failed(`support/eventbridge/${name} → ${line}\n  ${all.join('\n  ')}`);
    }
    const { state } = hearChannels(cloud.products);
    await tellCases(cloud, ...disorderEvents(told, { dropped: 0, repeated: 50, late: 3 }, 7));
    const isSame = hearChannels(cloud.products).state === state;
    const words = 'support/eventbridge/ → all once more, in another order';
    if (isSame) tally.passed(`${words}: nobody hears of it`);
    else tally.failed(`${words}: a channel changed`);
    for (const trouble of failuresOf(cloud)) tally.failed(`support/ → ${trouble}`);
  } finally {
    await cloud.stop();
  }
}

/** What an event announces, done to the world. */
function happen(support: WorldSupport, { detail, account }: BusEvent, at: number): void {
  const displayId = String(detail['display-id']);
  const caseIds = [String(detail['case-id'])];
  const known = support.cases.find((one) => one.displayId === displayId);
  const one =
    known ?? openCase(support, { account, displayId, caseIds, subject: SUBJECT, body: 'x' }, at).opened;
  if (detail['event-name'] === 'ResolveCase') resolveCase(one, at);
  if (detail['event-name'] !== 'AddCommunicationToCase') return;
  if (detail['origin'] === 'AWS') answerCase(one, { body: 'y' }, at);
  else replyToCase(one, { body: 'z' }, at);
}

async function playEvent(cloud: EmbeddedCloud, event: BusEvent) {
  const before = hearChannels(cloud.products);
  await tellCases(cloud, event);
  const heard = hearChannels(cloud.products);
  const complaints = [...heard.complaints];
  if (heard.state === before.state) complaints.push('told to nobody');
  if (!heard.text.includes(SUBJECT)) complaints.push('no message says what the case is about');
  if (/NaN|undefined|\[object/.test(heard.text)) complaints.push('a message holds what no value was');
  await tellCases(cloud, event);
  if (hearChannels(cloud.products).state !== heard.state) complaints.push('a repeat changed a channel');
  return { line: `${heard.told.join(', ')} | ${heard.summary}`, complaints };
}

function failuresOf({ queues, journal }: EmbeddedCloud): string[] {
  const left = queues.names().filter((name) => /DeadLetters/.test(name) && queues.inspect(name).length > 0);
  const errors = journal.steps.filter(({ kind, failed }) => kind === 'log' && failed);
  return [...left.map((name) => `left behind in ${name}`), ...errors.map(({ text }) => text)];
}
