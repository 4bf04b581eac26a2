import { describe, expect, test } from 'vitest';
import { aWatch } from '#test/ecs-alerts/a-watch.ts';
import { aHook, anInstanceState } from '#test/ecs-alerts/an-ecs-event.ts';

const START = Date.parse('2026-11-22T10:00:00Z');
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

describe('an instance', () => {
  const instance = (fields = {}) => ({
    status: 'DRAINING',
    agentConnected: true,
    tasks: 1,
    health: undefined,
    ...fields,
  });
  const blocking = [
    { id: '4f2a', group: 'service:web', status: 'DEACTIVATING' },
    { id: '9c1b', group: 'service:log-router', status: 'RUNNING' },
  ];

  test('whose drain is stuck is told with the tasks that hold it up, a daemon’s too (xero-oss/ecs-cluster-update-lambda#6)', async () => {
    const watch = aWatch({
      describeInstance: async () => instance(),
      listBlockingTasks: async () => blocking,
    });
    await watch.hear(anInstanceState({}, { time: at(0) }));
    await watch.pass(59);
    expect(watch.cards()).toEqual([]);
    await watch.pass(2);

    expect(watch.cards()).toMatchObject([{ title: 'i-0a1b2c3d4e5f60718: drain is stuck' }]);
    expect(watch.cards()[0]?.facts.at(-1)?.value).toBe(
      'held up by service:web (task 4f2a, deactivating), service:log-router (task 9c1b, running)',
    );
  });

  test('whose drain ends in time is no news, asked a few times and no more (segmentio/stack#104, aws/aws-cdk#20469)', async () => {
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
