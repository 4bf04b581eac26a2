import { expect, it } from 'vitest';
import {
  answerCase,
  openCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';
import { crashMatrix } from '#test/proof/crash-matrix.ts';
import { wakeCases } from '#test/scenarios/play-support.ts';

const MINUTE_MS = 60_000;
const MINUTES = 5;
const isOnTheWay = ({ name }: Queue) => /AlertsQueue|OutboxQueue/.test(name);

/** A case that events tell of, then a sweep finds news of, and that ends. */
async function liveACase(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const { support } = cloud.organization.world;
  support.cases = [];
  support.permitRequests = [];
  const now = () => cloud.clock.now();
  const pass = async () => {
    for (let minute = 0; minute < MINUTES; minute += 1) {
      await settle();
      cloud.clock.advance(MINUTE_MS);
    }
    await settle();
  };
  const words = { account: PAYMENTS_PROD, displayId: '1700000001', subject: 'A case', body: 'It began.' };
  const { opened, event } = openCase(support, words, now());
  await cloud.putEvent(event);
  await pass();
  await cloud.putEvent(answerCase(opened, { body: 'Since when?' }, now()));
  await pass();
  replyToCase(opened, { body: 'Since noon.' }, now());
  await wakeCases(cloud, 'Sweep');
  await pass();
  await cloud.putEvent(resolveCase(opened, now()));
  await pass();
}

it('of a support case, no crash loses news or tells it twice', async () => {
  expect(await crashMatrix(liveACase, /SupportCases/, isOnTheWay, 5)).toBeGreaterThan(10);
});
