import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import { aWatch } from '#test/ecs-alerts/a-watch.ts';
import {
  aContainer,
  aDeployment,
  aHook,
  anEcsEvent,
  anInstanceState,
  aServiceAction,
  aStoppedTask,
  observed,
} from '#test/ecs-alerts/an-ecs-event.ts';

const START = Date.parse('2026-11-22T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

const seconds = fc.integer({ min: 0, max: 600 });
const stop = fc
  .record({ number: fc.nat(30), revision: fc.constantFrom(41, 42), exitCode: fc.constantFrom(0, 1, 137) })
  .map(({ number, revision, exitCode }) =>
    aStoppedTask(
      {
        taskDefinitionArn: `arn:aws:ecs:eu-west-1:111122223333:task-definition/web:${revision}`,
        containers: [aContainer({ exitCode })],
      },
      { time: at(number * 20) },
      // A task stops once, of one revision and for one reason.
      number * 1000 + revision * 10 + (exitCode % 7),
    ),
  );
const deployment = fc
  .record({
    time: seconds,
    name: fc.constantFrom('SERVICE_DEPLOYMENT_FAILED', 'SERVICE_DEPLOYMENT_IN_PROGRESS'),
  })
  .map(({ time, name }) =>
    aDeployment({ eventName: name, reason: 'rolling back by the circuit breaker' }, { time: at(time) }),
  );
/** An instance has one state at a version. */
const instance = (states: string) =>
  fc.nat(states.length - 1).map((version) => {
    const [status, agentConnected] = {
      a: ['ACTIVE', true],
      d: ['DRAINING', true],
      l: ['ACTIVE', false],
      b: ['DRAINING', false],
    }[states[version] ?? 'a'] as [string, boolean];
    return anInstanceState({ version, status, agentConnected }, { time: at(version * 40) });
  });
const hook = fc
  .record({ time: seconds, eventName: fc.constantFrom('HOOK_AWAITING_ACTION', 'HOOK_SUCCEEDED') })
  .map(({ time, eventName }) => aHook({ eventName, expiresAt: at(7200) }, { time: at(time) }));
const action = seconds.map((time) => aServiceAction({}, { time: at(time) }));
const history = fc
  .string({ unit: fc.constantFrom('a', 'd', 'l', 'b'), minLength: 12, maxLength: 12 })
  .chain((states) =>
    fc.array(fc.oneof(stop, deployment, instance(states), hook, action), { minLength: 1, maxLength: 25 }),
  );

type Event = ReturnType<typeof aStoppedTask>;

/** All events at the end of the history, as a queue hands them out late; then the clock runs until all is quiet. */
async function endOf(events: Event[]) {
  const watch = aWatch({
    describeService: async () => ({
      status: 'ACTIVE',
      desired: 2,
      running: 2,
      pending: 0,
      rollouts: ['COMPLETED'],
      steadyAt: undefined,
    }),
    describeInstance: async () => ({
      status: 'DRAINING',
      agentConnected: false,
      tasks: 1,
      health: undefined,
    }),
    listBlockingTasks: async () => [],
  });
  for (const event of events) await watch.hear(event, new Date(START + 600_000));
  const heard = watch.cards().map(standing);
  await watch.pass(130);
  return { heard, ended: watch.cards().map(standing) };
}

/** What people see of an alert, but for how often it was written. */
const standing = ({ title, summary, status, severity, occurrences, facts }: Card) => ({
  summary,
  title,
  status,
  severity,
  occurrences,
  facts,
});

test('any order of events, with repeats, ends as the order in which they happened', async () => {
  const arrivals = history.chain((events) =>
    fc.record({
      events: fc.constant(events.toSorted((a, b) => (a.time < b.time ? -1 : 1))),
      repeats: fc.array(fc.nat(events.length - 1), { maxLength: 8 }),
      order: fc.infiniteStream(fc.nat()),
    }),
  );
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ events, repeats, order }) => {
      const pool = [...events, ...repeats.map((index) => events[index] as Event)];
      const shuffled = pool
        .slice()
        .map(() => pool.splice((order.next().value as number) % pool.length, 1)[0] as Event);

      expect(await endOf(shuffled)).toEqual(await endOf(events));
    }),
    { numRuns: 40 },
  );
});

test('what is lost of a history leaves nothing open that ECS calls well', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.infiniteStream(fc.boolean()), async (events, lost) => {
      const arrived = events.filter(() => !lost.next().value);
      const { ended } = await endOf(arrived);

      expect(ended.filter(({ title, status }) => title.startsWith('web:') && status === 'open')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const TYPES = [
  'ECS Task State Change',
  'ECS Container Instance State Change',
  'ECS Service Action',
  'ECS Deployment State Change',
  'ECS Hook State Change',
  'ECS Container Instance Health Change',
  'ECS Daemon Service Action',
  'ECS Daemon Deployment State Change',
  'ECS Tomorrow',
];

test('any JSON at all as the detail of any type is read, and makes alerts that the desk can take', async () => {
  const FIELDS = [
    'taskArn',
    'group',
    'lastStatus',
    'stopCode',
    'stoppedReason',
    'containers',
    'eventName',
    'reason',
    'clusterArn',
    'hookId',
    'expiresAt',
    'status',
    'healthChecks',
    'daemonArn',
    'containerInstanceArn',
    'version',
  ];
  const detail = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), fc.jsonValue(), {
    maxKeys: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...TYPES), detail, async (type, fields) => {
      const event = anEcsEvent(type, { lastStatus: 'STOPPED', ...fields });
      expect(EcsEvent.safeParse(event).success).toBe(true);
      for (const { key, scope, title } of await observed(event)) {
        expect([key, scope, title].every((text) => text.length > 0 && text.isWellFormed())).toBe(true);
        expect(key.length).toBeLessThan(512);
      }
    }),
  );
});
