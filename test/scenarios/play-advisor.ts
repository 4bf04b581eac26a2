import { clearItem, flagItem } from '#local/counterparts/organization/world-advisor.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { advisorVolume } from '#local/replay-events/advisor-volume.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MINUTES = 3;
const PUBLIC_ADDRESSES = 'Z4AUBRNSmz';
const SECURITY_GROUPS = '1iG5NDGVre';

/** A first reading; a volume that events flag and clear; then what only a reading finds, and finds to be over. */
export async function playAdvisor(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const { advisor } = cloud.organization.world;
  await readAccounts(cloud, settle);
  for (const { event } of advisorVolume.steps) {
    const now = cloud.clock.now();
    await cloud.putEvent(event({ id: 'ADVISOR', number: 1, startedAt: now, now }));
    await pass(cloud, settle);
  }

  const lost = {
    id: 'opaque-lost',
    status: 'warning' as const,
    region: 'eu-west-1',
    cells: ['eu-west-1', '203.0.113.99'],
  };
  flagItem(advisor, PAYMENTS_PROD, PUBLIC_ADDRESSES, lost);
  clearItem(advisor, PAYMENTS_PROD, SECURITY_GROUPS, 'opaque-bastion');
  cloud.clock.advance(DAY_MS);
  await settle();
  await readAccounts(cloud, settle);
  clearItem(advisor, PAYMENTS_PROD, PUBLIC_ADDRESSES, lost.id);
  cloud.clock.advance(DAY_MS);
  await settle();
  await readAccounts(cloud, settle);

  const events = cloud.queues.names().find((name) => /TrustedAdvisorAlertsEventsQueue/.test(name)) ?? '';
  cloud.queues.send(events, { body: 'poison' });
  await pass(cloud, settle);
}

/** Has the accounts read whose day has come, and what differs told. */
export async function readAccounts(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const hourly = cloud.estate.schedules.find(({ arn }) => arn.includes('TrustedAdvisorSweepHourly'));
  await cloud.scheduler.trigger(hourly?.arn ?? 'the reading of Trusted Advisor');
  await pass(cloud, settle);
}

async function pass({ clock }: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    await settle();
    clock.advance(MINUTE_MS);
  }
  await settle();
}
