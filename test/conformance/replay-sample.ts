import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Expected, expectedOutcome } from '#test/conformance/expected-outcome.ts';
import { type Hearing, hearChannels, watchRefusals } from '#test/conformance/hear-channels.ts';
import type { Sample } from '#test/conformance/read-samples.ts';

/** What became of a sample, in one line, and in what this is not what it should be. */
export type Verdict = { line: string; complaints: string[] };

/** Beyond the five minutes in which SQS itself drops a repeated message. */
const LATER_MS = 6 * 60_000;

/** Replays a sample onto the default bus of a cloud of its own, then again at once, then again later. */
export async function replaySample({ event, remarks }: Sample, assembly: string): Promise<Verdict> {
  const cloud = await startEmbeddedCloud({ assembly });
  try {
    const refusals = watchRefusals(cloud.gateway);
    const expected = await expectedOutcome(event, new Date(cloud.clock.now()));
    await replay(cloud, event);
    const heard = hearChannels(cloud.products);
    const complaints = [...complaintsOf(expected, heard, cloud), ...heard.complaints, ...refusals];
    if (expected.outcome === 'told') complaints.push(...unsaid(event, heard));

    await replay(cloud, event);
    if (hearChannels(cloud.products).state !== heard.state) complaints.push('a repeat changed a channel');
    cloud.clock.advance(LATER_MS);
    await replay(cloud, event);
    if (hearChannels(cloud.products).state !== heard.state)
      complaints.push('a late repeat changed a channel');

    const said =
      expected.outcome === 'told' ? `${heard.told.join(', ')} | ${heard.summary}` : refusalOf(expected);
    return { line: said + (remarks.length > 0 ? ` (${remarks.join('; ')})` : ''), complaints };
  } finally {
    await cloud.stop();
  }
}

async function replay(cloud: EmbeddedCloud, event: Sample['event']): Promise<void> {
  await cloud.putEvent(event);
  await cloud.settled();
}

function refusalOf(expected: Exclude<Expected, { outcome: 'told' }>): string {
  return `refused, ${expected.outcome}: ${expected.why}`;
}

function complaintsOf(expected: Expected, heard: Hearing, cloud: EmbeddedCloud): string[] {
  const matched = cloud.journal.steps.some(({ kind, text }) => kind === 'rule' && text.endsWith(' matched'));
  const errors = cloud.journal.steps.filter(({ kind, failed }) => kind === 'log' && failed);
  const left = cloud.queues.names().filter((name) => cloud.queues.inspect(name).length > 0);
  const channels = expected.outcome === 'told' ? expected.channels : [];
  const isDeadLetter = expected.outcome === 'dead letter';
  return [
    ...(heard.told.join() === channels.join()
      ? []
      : [`told ${heard.told.join() || 'nobody'} instead of ${channels.join() || 'nobody'}`]),
    ...(matched === (expected.outcome !== 'not matched')
      ? []
      : [matched ? 'a rule matched' : 'no rule matched']),
    ...(left.length === (isDeadLetter ? 1 : 0) ? [] : [`left behind in ${left.join() || 'no queue'}`]),
    ...(isDeadLetter
      ? errors.some(({ text }) => text.includes(expected.field))
        ? []
        : [`no log line names ${expected.field}`]
      : errors.map(({ text }) => text)),
  ];
}

/** What a message must not leave out: where it happens, and what is affected, an ARN by its link at least. */
function unsaid({ region, detail }: Sample['event'], { text }: Hearing): string[] {
  const entities = (detail['affectedEntities'] ?? []) as { entityValue: string }[];
  const wanted = [
    typeof detail['eventRegion'] === 'string' ? detail['eventRegion'] : region,
    ...entities.slice(0, 1).map((entity) => entity.entityValue),
  ];
  const isSaid = (words: string) => text.includes(words) || text.includes(encodeURIComponent(words));
  return wanted.filter((words) => !isSaid(words)).map((words) => `no message says ${words}`);
}
