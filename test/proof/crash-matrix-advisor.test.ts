import { expect, it } from 'vitest';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { advisorVolume } from '#local/replay-events/advisor-volume.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';
import { crashMatrix } from '#test/proof/crash-matrix.ts';
import { rememberFirstReading } from '#test/trusted-advisor-alerts/remember-first-reading.ts';

const MINUTE_MS = 60_000;
const MINUTES = 3;
/** Two items of one alert: alerts of their own would come in any order. */
const VOLUMES = ['first', 'second'];
const isOnTheWay = ({ name }: Queue) => /TrustedAdvisorAlerts|AlertsQueue|OutboxQueue/.test(name);

/** An account was read; then two volumes are flagged, get worse and are over. */
async function tellOfItems(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  await rememberFirstReading(cloud, PAYMENTS_PROD);
  const startedAt = cloud.clock.now();
  for (const step of [0, 2, 3]) {
    for (const id of VOLUMES) {
      const event = advisorVolume.steps[step]?.event({ id, number: 1, startedAt, now: cloud.clock.now() });
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
  expect(
    await crashMatrix(tellOfItems, { only: /TrustedAdvisorAlerts/, matters: isOnTheWay }),
  ).toBeGreaterThan(40);
});
