import { expect, it } from 'vitest';
import { clearItem, flagItem } from '#local/counterparts/organization/world-advisor.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';
import { crashMatrix } from '#test/proof/crash-matrix.ts';
import { allInAnyOrder } from '#test/proof/outcome.ts';
import { readAccounts } from '#test/scenarios/play-advisor.ts';

const DAY_MS = 86_400_000;
const PUBLIC_ADDRESSES = 'Z4AUBRNSmz';
const isOnTheWay = ({ name }: Queue) => /TrustedAdvisorAlerts|AlertsQueue|OutboxQueue/.test(name);

/** A first look; a day on which an item is flagged and an account's plan ends; one on which both are over. */
async function tellOfDays(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const { advisor, accounts } = cloud.organization.world;
  await readAccounts(cloud, settle);
  const lost = {
    id: 'opaque-lost',
    status: 'warning' as const,
    region: 'eu-west-1',
    cells: ['eu-west-1', '203.0.113.99'],
  };
  const silent = accounts.find(({ id }) => id !== PAYMENTS_PROD);
  if (!silent) throw new Error('The world has one account alone');
  const plan = silent.supportPlan;
  flagItem(advisor, PAYMENTS_PROD, PUBLIC_ADDRESSES, lost);
  silent.supportPlan = 'basic';
  cloud.clock.advance(DAY_MS);
  await settle();
  await readAccounts(cloud, settle);
  clearItem(advisor, PAYMENTS_PROD, PUBLIC_ADDRESSES, lost.id);
  silent.supportPlan = plan;
  cloud.clock.advance(DAY_MS);
  await settle();
  await readAccounts(cloud, settle);
}

it('of the sweep of Trusted Advisor, no crash loses what a day told, or tells it twice', async () => {
  // Each call is killed in memory; here some, with all that lies behind.
  expect(
    await crashMatrix(tellOfDays, {
      only: /TrustedAdvisorSweep/,
      matters: isOnTheWay,
      every: 67,
      outcomeOf: allInAnyOrder,
    }),
  ).toBeGreaterThan(6);
});
