import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { aCause, anAnomalyEvent, PAYMENTS, SHOP } from '#test/cost-anomalies/an-anomaly.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let cloud: EmbeddedCloud;
beforeEach(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
});
afterEach(() => cloud.stop());

const messages = (channel: string) =>
  cloud.products.slack
    .messages(cloud.products.conversations[channel] ?? '')
    .filter(({ thread_ts }) => thread_ts === undefined);
const shown = (channel: string) =>
  JSON.stringify(messages(channel).map(({ text, blocks }) => [text, blocks]));

/** AWS tells of an anomaly that began two days ago, on the default bus of an account in us-east-1. */
async function tell(impact: number, envelope = {}, causes = [aCause({}, impact)]): Promise<void> {
  const day = (days: number) => new Date(cloud.clock.now() - days * DAY_MS).toISOString().slice(0, 10);
  const totalImpact = { maxImpact: impact, totalImpact: impact, totalActualSpend: impact + 200 };
  const detail = {
    anomalyStartDate: `${day(2)}T00:00:00Z`,
    anomalyEndDate: `${day(1)}T00:00:00Z`,
    impact: { ...totalImpact, totalExpectedSpend: 200, totalImpactPercentage: impact / 2 },
    rootCauses: causes,
  };
  const time = `${new Date(cloud.clock.now()).toISOString().slice(0, 19)}Z`;
  await cloud.putEvent(anAnomalyEvent(detail, { time, ...envelope }));
  await cloud.settled();
}

it('an anomaly in the management account goes by way of the hub to every channel, and to the owner of the account', async () => {
  await tell(612.4);

  expect(messages('ops')).toHaveLength(1);
  expect(shown('ops')).toContain('$612.40');
  expect(shown('ops')).toContain('payments-prod');
  expect(messages('payments')).toHaveLength(1);
  expect(cloud.products.receivers['audit']?.deliveries()).toHaveLength(1);
  expect(messages('security')).toEqual([]);
});

it('what grows is one message that is brought up to date', async () => {
  await tell(612.4);
  cloud.clock.advance(2 * HOUR_MS);
  await cloud.settled();
  await tell(1900);

  expect(messages('ops')).toHaveLength(1);
  expect(shown('ops')).toContain('$1,900.00');
  expect(shown('ops')).not.toContain('$612.40');
});

it('the owner of an account hears nothing of the costs of another', async () => {
  await tell(300, {}, [aCause({ linkedAccount: SHOP, linkedAccountName: 'shop-dev' }, 300)]);
  expect(messages('ops')).toHaveLength(1);
  expect(messages('payments')).toEqual([]);
});

it.each([
  ['a monitor of a member account, which would tell the same once more', { account: PAYMENTS }],
  ['another Region of the management account', { region: 'eu-west-1' }],
])('nobody hears of %s', async (_, envelope) => {
  await tell(612.4, envelope);

  expect(messages('ops')).toEqual([]);
});

it('days without a further word resolve it: AWS never says that one has ended', async () => {
  await tell(612.4);
  expect(messages('ops')[0]?.text).not.toMatch(/✅|resolved/i);
  cloud.clock.advance(4 * DAY_MS);
  await cloud.settled();
  cloud.clock.advance(HOUR_MS);
  await cloud.settled();

  expect(messages('ops')).toHaveLength(1);
  expect(messages('ops')[0]?.text).toMatch(/✅|resolved/i);
});
