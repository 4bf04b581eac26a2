import { existsSync } from 'node:fs';
import settings from '#config';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { severityOfItem } from '#lambdas/contracts/trusted-advisor/item-severity.ts';
import { RefreshEvent } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import { toNews } from '#lambdas/trusted-advisor-alerts/to-news.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Hearing, hearChannels, watchRefusals } from '#test/conformance/hear-channels.ts';
import { readSamples, type Sample } from '#test/conformance/read-samples.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { rememberFirstReading } from '#test/trusted-advisor-alerts/remember-first-reading.ts';

/** A member of the settings, whose rules the events shall meet; their ARNs stay as they are. */
const MEMBER = settings.accounts[0]?.id ?? '';
const MINUTE_MS = 60_000;
const MINUTES_OF_A_TELLING = 3;

/** Every event from a member's default bus by way of the rules, queues and functions to the channels. */
export async function playAdvisorEvents(folder: string, assembly: string, tally: Tally): Promise<void> {
  if (!existsSync(folder)) return;
  const cloud = await startEmbeddedCloud({
    assembly,
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  try {
    const refusals = watchRefusals(cloud.gateway);
    await rememberFirstReading(cloud, MEMBER);
    for (const sample of readSamples(folder)) {
      const { line, complaints } = await playEvent(cloud, sample);
      const all = [...complaints, ...refusals.splice(0)];
      if (all.length === 0) tally.passed(`ta/${sample.name} → ${line}`);
      else tally.failed(`ta/${sample.name} → ${line}\n  ${all.join('\n  ')}`);
    }
    for (const trouble of failuresOf(cloud)) tally.failed(`ta/ → ${trouble}`);
  } finally {
    await cloud.stop();
  }
}

async function playEvent(cloud: EmbeddedCloud, { event }: Sample) {
  const moved = { ...event, account: MEMBER };
  const before = hearChannels(cloud.products);
  const matched = await tell(cloud, moved);
  const heard = hearChannels(cloud.products);
  const isTold = heard.state !== before.state;
  const refusal = refusalOf(moved);
  const complaints = [
    ...heard.complaints,
    ...(refusal ? unheard(matched, isTold, moved) : unsaid(isTold, heard, moved)),
  ];
  await tell(cloud, moved);
  if (hearChannels(cloud.products).state !== heard.state) complaints.push('a repeat changed a channel');
  return {
    line: refusal ? `refused: ${refusal}` : `${heard.told.join(', ')} | ${heard.summary}`,
    complaints,
  };
}

async function tell(cloud: EmbeddedCloud, event: BusEvent): Promise<boolean> {
  const before = cloud.journal.steps.length;
  await cloud.putEvent(event);
  await cloud.settled();
  for (let minute = 0; minute < MINUTES_OF_A_TELLING; minute += 1) {
    cloud.clock.advance(MINUTE_MS);
    await cloud.settled();
  }
  const steps = cloud.journal.steps.slice(before);
  return steps.some(({ kind, text }) => kind === 'rule' && text.endsWith(' matched'));
}

/** Why nobody hears of an event, where that is so. */
function refusalOf(event: BusEvent): string | undefined {
  if (event.source !== 'aws.trustedadvisor') return `its source is ${event.source}`;
  const read = RefreshEvent.safeParse(event);
  if (!read.success) return `its detail-type is ${event['detail-type']}, or a field is missing`;
  const item = itemOf(event);
  const selection = { limits: settings.trustedAdvisor?.limits ?? [] };
  if (!item || !severityOfItem(item, selection)) return 'it is no trouble';
  return undefined;
}

function itemOf(event: BusEvent) {
  const [news] = toNews(RefreshEvent.parse(event), { checks: [] }, new Date());
  return news && 'item' in news ? news.item : undefined;
}

function unheard(matched: boolean, isTold: boolean, { source }: BusEvent): string[] {
  return [
    ...(isTold ? ['told all the same'] : []),
    ...(matched && source !== 'aws.trustedadvisor' ? ['a rule matched'] : []),
  ];
}

/** A message names the check and what it flags. */
function unsaid(isTold: boolean, { text }: Hearing, event: BusEvent): string[] {
  if (!isTold) return ['told to nobody'];
  const item = itemOf(event);
  const isSaid = (words: string) => text.includes(words) || text.includes(encodeURIComponent(words));
  const name = item ? escaped(item.fields['Limit Name'] ?? itemName(item)) : '';
  return [
    ...(isSaid(name) ? [] : [`no message says ${name}`]),
    ...(/NaN|undefined|\[object/.test(text) ? ['a message holds what no value was'] : []),
  ];
}

/** As Slack wants it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function failuresOf({ queues, journal }: EmbeddedCloud): string[] {
  const left = queues.names().filter((name) => /DeadLetters/.test(name) && queues.inspect(name).length > 0);
  const errors = journal.steps.filter(({ kind, failed }) => kind === 'log' && failed);
  return [...left.map((name) => `left behind in ${name}`), ...errors.map(({ text }) => text)];
}
