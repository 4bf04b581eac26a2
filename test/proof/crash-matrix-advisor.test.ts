import { expect, it } from 'vitest';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { advisorLimit } from '#local/replay-events/advisor-limit.ts';
import { advisorVolume } from '#local/replay-events/advisor-volume.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';
import { crashMatrix } from '#test/proof/crash-matrix.ts';
import { rememberFirstReading } from '#test/trusted-advisor-alerts/remember-first-reading.ts';

const MINUTE_MS = 60_000;
const MINUTES = 3;
/** Calls for the one item are much like those for the other. */
const EVERY = 3;
const isOnTheWay = ({ name }: Queue) => /TrustedAdvisorAlerts|AlertsQueue|OutboxQueue/.test(name);

/** An account was read; then a volume and a limit are flagged, get worse and are over. */
async function tellOfItems(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  await rememberFirstReading(cloud, PAYMENTS_PROD);
  const startedAt = cloud.clock.now();
  for (const step of [0, 2, 3]) {
    for (const { id, steps } of [advisorVolume, advisorLimit]) {
      const telling = { id: id.slice(-6), number: 1, startedAt, now: cloud.clock.now() };
      const event = steps[step]?.event(telling);
      if (event) await cloud.putEvent(event);
    }
    for (let minute = 0; minute < MINUTES; minute += 1) {
      await settle();
      cloud.clock.advance(MINUTE_MS);
    }
    await settle();
  }
}

it('of Trusted Advisor, no crash loses an alert, tells it twice or keeps it open', async () => {
  expect(await crashMatrix(tellOfItems, /TrustedAdvisorAlerts/, isOnTheWay, EVERY)).toBeGreaterThan(25);
});
