import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { ecsBadDeployment } from '#local/replay-events/ecs-bad-deployment.ts';
import { SERVICE, stoppedTask } from '#local/replay-events/ecs-event.ts';
import { ecsWaitingHook } from '#local/replay-events/ecs-waiting-hook.ts';
import type { Story } from '#local/replay-events/story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

let cloud: EmbeddedCloud;
beforeEach(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
});
afterEach(() => cloud.stop());

const messages = (channel = 'ops') =>
  cloud.products.slack.messages(cloud.products.conversations[channel] ?? '');
const text = (channel = 'ops') => JSON.stringify(messages(channel));
const roots = () => messages().filter(({ thread_ts }) => thread_ts === undefined);
const telling = () => ({ id: 'TOLD', number: 1, startedAt: cloud.clock.now(), now: cloud.clock.now() });

async function pass(minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    cloud.clock.advance(60_000);
    await cloud.settled();
  }
}
async function tell({ steps }: Story, from = 0, until = steps.length) {
  for (const step of steps.slice(from, until)) {
    await cloud.putEvent(step.event(telling()));
    await cloud.settled();
    cloud.clock.advance(30_000);
  }
}
const service = () => {
  const services = cloud.organization.world.containers.clusters.flatMap((cluster) => cluster.services);
  const found = services.find(({ name }) => name === SERVICE);
  if (!found) throw new Error('The world has no such service');
  return found;
};

describe('a bad deployment', () => {
  it('is one thread, from the first crash by way of the rollback to the recovery', async () => {
    await tell(ecsBadDeployment);
    await pass(6);

    expect(roots()).toHaveLength(1);
    expect(roots()[0]?.text).toMatch(/✅ checkout: app exits with 1/);
    expect(text()).toContain('✅ checkout: deployment is rolled back by the circuit breaker');
    expect(text()).toContain('Over after 2 min: a deployment is complete.');
    expect(JSON.stringify(roots())).toContain('3 times in');
  });

  it('reaches the owner of the account and the webhook, and never a value of the environment', async () => {
    await tell(ecsBadDeployment, 0, 5);

    expect(messages('payments').length).toBeGreaterThan(0);
    expect(cloud.products.receivers['audit']?.deliveries().length).toBeGreaterThan(0);
    const log = cloud.journal.steps.map(({ text: words }) => words).join('\n');
    expect(text() + text('payments') + log).not.toContain('never-to-be-shown');
  });

  it('links the log stream that the task definition names, asked for in the account itself', async () => {
    cloud.organization.world.containers.taskDefinitions.push({
      account: '111122223333',
      region: 'eu-west-1',
      family: SERVICE,
      revision: 43,
      status: 'ACTIVE',
      registeredAt: cloud.clock.now(),
      containerDefinitions: [
        {
          name: 'app',
          image: 'checkout:43',
          essential: true,
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/checkout', 'awslogs-stream-prefix': 'ecs' },
          },
        },
      ],
    });
    await tell(ecsBadDeployment, 0, 1);

    expect(text()).toContain('log-group/$252Fecs$252Fcheckout/log-events/ecs$252Fapp$252F');
  });
});

describe('a crash loop', () => {
  it('ends when ECS says so, asked through the reader role of the account', async () => {
    Object.assign(service(), { runningCount: service().desiredCount - 1 });
    await cloud.putEvent(
      stoppedTask(telling(), { number: 1, exitCode: 137, reason: 'OutOfMemoryError: killed' }),
    );
    await cloud.settled();
    await pass(12);
    expect(roots()[0]?.text).toMatch(/🔴 checkout: app runs out of memory/);
    expect(text()).toContain('tasks run');

    Object.assign(service(), { runningCount: service().desiredCount });
    await pass(6);
    expect(roots()[0]?.text).toMatch(/✅ checkout: app runs out of memory/);
    const asked = cloud.proxy.calls.filter(({ operation }) => operation === 'DescribeServices');
    expect(asked.length).toBeGreaterThan(0);
    await pass(60);
    expect(cloud.proxy.calls.filter(({ operation }) => operation === 'DescribeServices')).toHaveLength(
      asked.length,
    );
  });

  it('of hundreds of stops makes a handful of posts and edits', async () => {
    for (let number = 0; number < 300; number += 1) {
      await cloud.putEvent(stoppedTask(telling(), { number, exitCode: 1 }));
      if (number % 30 === 0) {
        await cloud.settled();
        cloud.clock.advance(60_000);
      }
    }
    await cloud.settled();
    await pass(16);

    expect(roots()).toHaveLength(1);
    expect(text()).toContain('300 times in');
    const calls = cloud.journal.steps.filter(({ text: words }) => /chat\.(?:postMessage|update)/.test(words));
    expect(calls.length).toBeLessThan(20);
  });
});

it('a deployment that waits for a decision is reminded of, and over when nobody decides', async () => {
  await tell(ecsWaitingHook, 0, 1);
  expect(roots()[0]?.text).toMatch(/🟠 checkout: deployment waits for a decision/);
  expect(text()).toContain('--action ROLLBACK');
  await pass(35);

  expect(text()).toMatch(/Reminder: 1[45] min left\./);
  expect(roots()[0]?.text).toMatch(/✅/);
});

it('a channel that refuses is tried again, and what nobody can read leaves the queue for the dead letters alone (ecs-events-to-slack, blox)', async () => {
  cloud.products.slack.failNext(cloud.products.conversations['ops'] ?? '', 'rate_limited', 1);
  const queue = cloud.queues.names().find((name) => name.includes('EcsAlertsEventsQueue')) ?? '';
  cloud.queues.send(queue, { body: 'poison' });
  await tell(ecsBadDeployment, 0, 1);
  await pass(3);

  expect(roots()).toHaveLength(1);
  const left = cloud.queues
    .names()
    .filter((name) => cloud.queues.inspect(name).length > 0 && !/History/.test(name));
  expect(left.map((name) => name.includes('EcsAlertsEventsDeadLetters'))).toEqual([true]);
});
