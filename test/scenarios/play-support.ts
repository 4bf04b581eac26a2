import type { BusEvent } from '#local/bus/bus-event.ts';
import { answerCase, newAttachment, openCase } from '#local/counterparts/organization/change-cases.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Schedule } from '#local/estate.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';

/** Lets all that is due happen: Lambda's own retries come after a minute and two more. */
export async function settleCases(cloud: EmbeddedCloud): Promise<void> {
  for (let minute = 0; minute < 4; minute += 1) {
    await cloud.settled();
    cloud.clock.advance(60_000);
  }
  await cloud.settled();
}

/** Runs a schedule of support-cases, `Sweep` or `Report`, at once. */
export async function wakeCases(cloud: EmbeddedCloud, word: 'Sweep' | 'Report'): Promise<void> {
  const isIt = ({ arn }: Schedule) => arn.includes(`SupportCases${word}`);
  await cloud.scheduler.trigger(cloud.estate.schedules.find(isIt)?.arn ?? word);
  await cloud.settled();
}

/** Sends what AWS Support says of a change, and lets it be read. */
export async function tellCases(cloud: EmbeddedCloud, ...events: BusEvent[]): Promise<void> {
  for (const event of events) await cloud.putEvent(event);
  await settleCases(cloud);
}

/** Every call that support-cases has: a first sweep, news with files that AWS shows late, former threads that are dropped. */
export async function playSupport(cloud: EmbeddedCloud): Promise<void> {
  const { support } = cloud.organization.world;
  const account = PAYMENTS_PROD;
  // A tracker takes a comment a second.
  support.cases.splice(2);
  await wakeCases(cloud, 'Sweep');
  const words = { account, subject: 'Rights', body: 'Which rights are used?' };
  const { opened, event } = openCase(support, words, cloud.clock.now());
  await tellCases(cloud, event);
  support.habits.readLagMs = 90_000;
  await tellCases(cloud, answerCase(opened, { body: 'These.' }, cloud.clock.now()));
  support.habits.readLagMs = 0;
  cloud.clock.advance(2 * 3_600_000);
  const attachments = [newAttachment({ fileName: 'rights.txt' })];
  answerCase(opened, { body: 'And these.', attachments }, cloud.clock.now());
  // Links that lead nowhere: the older call has small files.
  const mend = cloud.gateway.addHook({
    before: async ({ host }) =>
      host.startsWith('downloadv1.') ? { status: 500, headers: {}, body: '' } : undefined,
  });
  await wakeCases(cloud, 'Sweep');
  mend();
  await wakeCases(cloud, 'Report');
  await wakeTrackers(cloud);
}

/** Compares all cases with their trackers at once. */
export async function wakeTrackers(cloud: EmbeddedCloud): Promise<void> {
  const isIt = ({ arn }: Schedule) => arn.includes('CaseTrackersSweep');
  await cloud.scheduler.trigger(cloud.estate.schedules.find(isIt)?.arn ?? 'the sweep of trackers');
  await cloud.settled();
}
