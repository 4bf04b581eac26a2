import { existsSync } from 'node:fs';
import settings from '#config';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { hearChannels, watchRefusals } from '#test/conformance/hear-channels.ts';
import { readSamples, type Sample } from '#test/conformance/read-samples.ts';
import type { Tally } from '#test/conformance/tally.ts';

/** A member of the settings, whose rules the events shall meet; their ARNs stay as they are. */
const MEMBER = settings.accounts[0]?.id ?? '';
const REGION = settings.regions[0] ?? '';

/** Every event of ECS from a member's default bus by way of the rules, queues and functions to the channels. */
export async function playEcsSamples(folder: string, assembly: string, tally: Tally): Promise<void> {
  if (!existsSync(folder)) return;
  let dropped = 0;
  const samples = readSamples(folder).filter(({ event }) => event.source === 'aws.ecs');
  for (const sample of samples) {
    const { line, complaints, isDropped } = await playSample(sample, assembly);
    dropped += Number(isDropped);
    if (complaints.length === 0) tally.passed(`ecs/${sample.name} → ${line}`);
    else tally.failed(`ecs/${sample.name} → ${line}\n  ${complaints.join('\n  ')}`);
  }
  tally.passed(`ecs/ → ${dropped} of ${samples.length} events are kept in the account that they come from`);
}

async function playSample({ event }: Sample, assembly: string) {
  const cloud = await startEmbeddedCloud({ assembly });
  try {
    const refusals = watchRefusals(cloud.gateway);
    const moved = { ...event, account: MEMBER, region: REGION };
    await replay(cloud, moved);
    const heard = hearChannels(cloud.products);
    const isDropped = !cloud.journal.steps.some(
      ({ kind, text }) => kind === 'rule' && text.endsWith(' matched'),
    );
    const complaints = [...heard.complaints, ...refusals, ...leaks(event, heard.text), ...failures(cloud)];
    if (isDropped && heard.told.length > 0) complaints.push('told, although no rule matched');

    await replay(cloud, moved);
    if (hearChannels(cloud.products).state !== heard.state) complaints.push('a repeat changed a channel');
    const told = heard.told.length > 0 ? `${heard.told.join(', ')} | ${heard.summary}` : 'no message';
    return { line: isDropped ? 'kept by the member' : told, complaints, isDropped };
  } finally {
    await cloud.stop();
  }
}

async function replay(cloud: EmbeddedCloud, event: BusEvent): Promise<void> {
  await cloud.putEvent(event);
  await cloud.settled();
}

function failures(cloud: EmbeddedCloud): string[] {
  const left = cloud.queues
    .names()
    .filter((name) => /DeadLetters/.test(name) && cloud.queues.inspect(name).length > 0);
  const errors = cloud.journal.steps.filter(({ kind, failed }) => kind === 'log' && failed);
  return [...left.map((name) => `left behind in ${name}`), ...errors.map(({ text }) => text)];
}

/** Values of the environment that a message holds. */
function leaks({ detail }: BusEvent, text: string): string[] {
  const overrides = (detail['overrides'] ?? {}) as {
    containerOverrides?: { environment?: { value?: string }[] }[];
  };
  const values = (overrides.containerOverrides ?? []).flatMap(({ environment = [] }) =>
    environment.flatMap(({ value }) => value ?? []),
  );
  return values
    .filter((value) => value.length > 3 && text.includes(value))
    .map(() => 'a message holds a value of the environment');
}
