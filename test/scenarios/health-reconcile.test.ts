import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { HealthApiEvent, World } from '#local/counterparts/organization/world.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { aWorldEvent } from '#test/health-reconcile/an-api-event.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

let cloud: EmbeddedCloud;
let world: World;

beforeEach(async () => {
  world = makeWorld();
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, world, fires: () => false });
});
afterEach(() => cloud.stop());

function happens(over: Partial<HealthApiEvent>): void {
  const now = cloud.clock.now();
  world.health.events.push(aWorldEvent({ startTime: now - 60_000, lastUpdatedTime: now, ...over }));
}

async function sweep(): Promise<void> {
  const [schedule] = cloud.estate.schedules.filter(({ name }) => name.includes('HealthReconcile'));
  await cloud.scheduler.trigger(schedule?.name ?? '');
  await cloud.settled();
}

const said = () =>
  cloud.products.slack
    .messages(cloud.products.conversations['ops'] ?? '')
    .map((message) => JSON.stringify(message));
const saidOf = (words: string) => said().filter((message) => message.includes(words));

test('what began before Reeve is one digest, what got lost later is an alert of its own', async () => {
  happens({ description: 'Before all.' });
  await sweep();
  expect(saidOf('AWS Health: 1 open event')).toHaveLength(1);
  expect(saidOf('Before all.')).toEqual([]);

  cloud.clock.advance(60_000);
  happens({ arn: 'arn:aws:health:eu-west-1::event/EC2/LOST/LOST_1', description: 'Lost on its way.' });
  await sweep();
  await sweep();
  expect(saidOf('Lost on its way.')).toHaveLength(1);
  expect(saidOf('i-0aa11bb22cc33dd44')).toHaveLength(1);
  expect(said()).toHaveLength(2);
});

test('without the support plan it is said once that there is no comparison, and later the digest', async () => {
  const hub = world.accounts.find(({ id }) => id === world.hubAccount);
  if (hub) hub.supportPlan = 'basic';
  await sweep();
  await sweep();
  expect(saidOf('no daily comparison')).toHaveLength(1);

  if (hub) hub.supportPlan = 'business-plus';
  await sweep();
  expect(saidOf('nothing open, nothing upcoming')).toHaveLength(1);
});
