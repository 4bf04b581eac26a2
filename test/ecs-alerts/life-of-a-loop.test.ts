import { describe, expect, test } from 'vitest';
import type { DescribedService } from '#lambdas/ecs-alerts/checks/ecs-api.ts';
import { NotAllowedError } from '#lambdas/ecs-alerts/checks/not-allowed-error.ts';
import { blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';
import { aWatch } from '#test/ecs-alerts/a-watch.ts';
import { aDeployment, aHook, aServiceAction, aStoppedTask } from '#test/ecs-alerts/an-ecs-event.ts';

const START = Date.parse('2026-11-22T10:00:00Z');
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const stop = (number: number, minutes = number / 3) => aStoppedTask({}, { time: at(minutes) }, number);
const service = (fields: Partial<DescribedService> = {}): DescribedService => ({
  status: 'ACTIVE',
  desired: 3,
  running: 3,
  pending: 0,
  rollouts: ['COMPLETED'],
  steadyAt: undefined,
  ...fields,
});
const standsAs = (fields: Partial<DescribedService>) => ({ describeService: async () => service(fields) });

async function aLoop(watch: ReturnType<typeof aWatch>, stops: number) {
  for (let number = 0; number < stops; number += 1) await watch.hear(stop(number));
}

describe('a task that dies every twenty seconds', () => {
  test('is one message with its count (PRX/Infrastructure#92, d2iq-archive/marathon#3351)', async () => {
    const watch = aWatch();
    await aLoop(watch, 37);

    expect(watch.cards()).toMatchObject([
      {
        title: 'web: app exits with 1',
        status: 'open',
        occurrences: { count: 37, first: at(0), last: at(12) },
      },
    ]);
    expect(watch.entries()).toEqual([]);
  });

  test('is counted once each, however often and in whatever order its events come', async () => {
    const watch = aWatch();
    for (const number of [3, 1, 3, 2, 0, 1, 0, 0]) await watch.hear(stop(number));

    expect(watch.cards()[0]?.occurrences).toMatchObject({ count: 4, first: at(0), last: at(1) });
  });

  test('is not asked about while it goes on', async () => {
    const watch = aWatch(standsAs({}));
    for (let number = 0; number < 60; number += 1) {
      await watch.hear(stop(number));
      await watch.pass(0);
    }
    expect(watch.asked()).toBe(0);
  });
});

test('starts that fail for ever are one alert, open until they succeed (gchq/sleeper#6099)', async () => {
  const watch = aWatch(standsAs({ running: 0, pending: 1, rollouts: ['IN_PROGRESS'] }));
  for (let number = 0; number < 20; number += 1) {
    const failed = { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: not found' };
    await watch.hear(aStoppedTask(failed, { time: at(number * 15) }, number));
    await watch.pass(14);
  }

  expect(watch.cards()).toMatchObject([
    { title: 'web: tasks cannot start', status: 'open', occurrences: { count: 20 } },
  ]);
});

describe('recovery', () => {
  test('is asked for, and told in the same thread with how long it took', async () => {
    const watch = aWatch(standsAs({ steadyAt: START + 14 * 60_000 }));
    await aLoop(watch, 37);
    await watch.pass(20);

    expect(watch.cards()[0]?.status).toBe('resolved');
    expect(watch.entries()).toEqual(['Over after 14 min: all 3 tasks run again.']);
  });

  test('is not believed between two crashes', async () => {
    const watch = aWatch(standsAs({}));
    await watch.hear(stop(0));
    await watch.pass(9);
    expect(watch.cards()[0]?.status).toBe('open');
    await watch.pass(2);
    expect(watch.cards()[0]?.status).toBe('resolved');
  });

  test.each([
    ['the service is gone', undefined],
    ['the service is scaled to zero', service({ desired: 0, running: 0 })],
    ['the service is being deleted', service({ status: 'DRAINING' })],
  ])('is also that %s', async (why, found) => {
    const watch = aWatch({ describeService: async () => found });
    await watch.hear(stop(0));
    await watch.pass(5);

    expect(watch.entries()).toEqual([`Over after 4 min: ${why}.`]);
  });

  test('is not quiet: a service that ECS tries again less and less stays open, and says how it stands', async () => {
    const watch = aWatch(standsAs({ running: 1, pending: 2, rollouts: ['IN_PROGRESS'] }));
    await watch.hear(stop(0));
    await watch.pass(180);

    const [card] = watch.cards();
    expect(card?.status).toBe('open');
    expect(card?.facts.at(-1)).toEqual({ label: 'When asked', value: '1 of 3 tasks run' });
  });

  test('is counted as such after quiet minutes where nobody may ask, and says so', async () => {
    const refuse = () => Promise.reject(new NotAllowedError('the account does not let its ECS be read'));
    const watch = aWatch({ describeService: refuse });
    await watch.hear(stop(0));
    await watch.pass(29);
    expect(watch.cards()[0]?.status).toBe('open');
    await watch.pass(1);

    expect(watch.cards()[0]?.status).toBe('resolved');
    expect(watch.entries()[0]).toContain('It could not be asked: the account does not let its ECS be read.');
  });

  test('comes at once with a steady state that arrives all the same', async () => {
    const watch = aWatch();
    await aLoop(watch, 3);
    await watch.hear(
      aServiceAction({ eventName: 'SERVICE_STEADY_STATE', eventType: 'INFO' }, { time: at(4) }),
    );

    expect(watch.entries()).toEqual(['Over after 4 min: the service reached a steady state.']);
  });

  test('of a task of no service is quiet', async () => {
    const watch = aWatch();
    await watch.hear(aStoppedTask({ group: 'family:report' }, { time: at(0) }));
    await watch.pass(30);

    expect([watch.cards()[0]?.status, watch.asked()]).toEqual(['resolved', 0]);
  });
});

test('nothing open, no question', async () => {
  const watch = aWatch(standsAs({}));
  await watch.hear(stop(0));
  await watch.pass(15);
  const asked = watch.asked();
  await watch.pass(600);

  expect(watch.asked()).toBe(asked);
});

test('a bad deployment is a loop and a rollback in one thread, and both end when the former revision runs', async () => {
  const watch = aWatch(standsAs({ running: 2, rollouts: ['IN_PROGRESS', 'COMPLETED'] }));
  await aLoop(watch, 12);
  await watch.hear(aDeployment({}, { time: at(5) }));
  const rollback = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/41.';
  await watch.hear(
    aDeployment({ eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', reason: rollback }, { time: at(5.1) }),
  );

  expect(watch.cards().map(({ title, status }) => [title, status])).toEqual([
    ['web: app exits with 1', 'open'],
    ['web: deployment is rolled back by the circuit breaker', 'open'],
  ]);
  expect(new Set(watch.ledger.heads().map(({ content }) => content.thread)).size).toBe(1);
  await watch.hear(
    aDeployment({ eventName: 'SERVICE_DEPLOYMENT_COMPLETED', reason: 'done' }, { time: at(9) }),
  );

  expect(watch.cards().map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  expect(watch.entries()).toContain('Over after 9 min: a deployment is complete.');
});

test('the messages in Slack', async () => {
  const watch = aWatch({ ...standsAs({ running: 1, pending: 2, rollouts: ['IN_PROGRESS'] }) });
  await aLoop(watch, 37);
  await watch.hear(aHook({ expiresAt: at(60) }, { time: at(13) }));
  await watch.hear(
    aServiceAction(
      { eventName: 'SERVICE_TASK_PLACEMENT_FAILURE', reason: 'RESOURCE:MEMORY' },
      { time: at(14) },
    ),
  );
  await watch.pass(10);

  for (const message of watch.slack()) expect(blocksRefusal(message.blocks)).toBeUndefined();
  expect(watch.slack()).toMatchSnapshot();
});

test('a stop that is heard of an hour late is asked about before it is called over', async () => {
  const watch = aWatch(standsAs({ running: 1, rollouts: ['IN_PROGRESS'] }));
  await watch.hear(stop(0), new Date(START + 3_600_000));
  expect(watch.cards()[0]?.status).toBe('open');
  await watch.pass(30);

  expect([watch.cards()[0]?.status, watch.asked() > 0]).toEqual(['open', true]);
});
