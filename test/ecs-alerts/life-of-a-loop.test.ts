import { describe, expect, test } from 'vitest';
import type { DescribedService } from '#lambdas/ecs-alerts/checks/ecs-api.ts';
import { NotAllowedError } from '#lambdas/ecs-alerts/checks/not-allowed-error.ts';
import { blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';
import { aWatch } from '#test/ecs-alerts/a-watch.ts';
import {
  aDeployment,
  aHook,
  anInstanceState,
  aServiceAction,
  aStoppedTask,
} from '#test/ecs-alerts/an-ecs-event.ts';

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

    expect(watch.entries()).toEqual([`Over after 5 min: ${why}.`]);
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
    ['web: deployment rolled back by the circuit breaker', 'open'],
  ]);
  expect(new Set(watch.ledger.heads().map(({ content }) => content.thread)).size).toBe(1);
  await watch.hear(
    aDeployment({ eventName: 'SERVICE_DEPLOYMENT_COMPLETED', reason: 'done' }, { time: at(9) }),
  );

  expect(watch.cards().map(({ status }) => status)).toEqual(['resolved', 'resolved']);
  expect(watch.entries()).toContain('Over after 9 min: its deployment is complete.');
});

describe('an instance', () => {
  const instance = (fields = {}) => ({
    status: 'DRAINING',
    agentConnected: true,
    tasks: 1,
    health: undefined,
    ...fields,
  });
  const blocking = [{ id: '4f2a', group: 'service:web', status: 'DEACTIVATING' }];

  test('whose drain is stuck is told with the tasks and services that hold it up', async () => {
    const watch = aWatch({
      describeInstance: async () => instance(),
      listBlockingTasks: async () => blocking,
    });
    await watch.hear(anInstanceState({}, { time: at(0) }));
    await watch.pass(59);
    expect(watch.cards()).toEqual([]);
    await watch.pass(2);

    expect(watch.cards()).toMatchObject([{ title: 'i-0a1b2c3d4e5f60718: drain is stuck' }]);
    expect(watch.cards()[0]?.facts.at(-1)?.value).toBe('held up by service:web (task 4f2a, deactivating)');
  });

  test('whose drain ends in time is no news, asked a few times and no more (segmentio/stack#104)', async () => {
    const watch = aWatch({
      describeInstance: async () => instance({ tasks: 0 }),
      listBlockingTasks: async () => [],
    });
    await watch.hear(anInstanceState({}, { time: at(0) }));
    await watch.pass(240);

    expect([watch.cards(), watch.asked()]).toEqual([[], 1]);
  });

  test('that is held up by a task which is being stopped is not drained (aws/aws-cdk#13506)', async () => {
    const watch = aWatch({
      describeInstance: async () => instance({ tasks: 0 }),
      listBlockingTasks: async () => blocking,
    });
    await watch.hear(anInstanceState({}, { time: at(0) }));
    await watch.pass(61);

    expect(watch.cards()[0]?.status).toBe('open');
  });

  test('whose agent comes back in time is no news', async () => {
    const watch = aWatch({ describeInstance: async () => instance({ status: 'ACTIVE' }) });
    await watch.hear(anInstanceState({ status: 'ACTIVE', agentConnected: false }, { time: at(0) }));
    await watch.pass(60);

    expect(watch.cards()).toEqual([]);
  });

  test('of version 5 then 4 keeps 5, and a second 5 says nothing (blox conditional write)', async () => {
    const watch = aWatch();
    const away = (version: number, agentConnected: boolean) =>
      anInstanceState({ status: 'ACTIVE', agentConnected, version }, { time: at(version) });
    for (const event of [away(5, false), away(4, true), away(5, false)]) await watch.hear(event);
    const agent = watch.ledger.heads().find(({ key }) => key.startsWith('ecs-agent/'));

    expect(agent).toMatchObject({ status: 'open', content: { status: 'open' }, entries: [] });
    expect(agent?.content.orderedBy[0]).toEqual(['version', 5]);
  });
});

describe('a hook', () => {
  test('is told with its deadline, reminded of, and over when nobody decided', async () => {
    const watch = aWatch();
    await watch.hear(aHook({}, { time: at(0) }));
    await watch.pass(12);

    expect(watch.cards()[0]).toMatchObject({ status: 'resolved', deadline: at(10) });
    expect(watch.entries()).toEqual(['Reminder: 5 min left.', 'Its announced end has passed.']);
  });

  test('is over when somebody decided, however late that is heard', async () => {
    const [waits, goesOn] = [
      aHook({}, { time: at(0) }),
      aHook({ eventName: 'HOOK_SUCCEEDED' }, { time: at(3) }),
    ];
    for (const order of [
      [waits, goesOn],
      [goesOn, waits],
    ]) {
      const watch = aWatch();
      for (const event of order) await watch.hear(event);
      expect(watch.cards().map(({ status }) => status)).toEqual(['resolved']);
    }
  });
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
