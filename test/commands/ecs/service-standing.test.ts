import { expect, test } from 'vitest';
import { byTrouble, type ServiceStanding, troubleOf } from '#bin/commands/ecs/service-standing.ts';
import { anOpenAlert, aStanding } from '#test/commands/ecs/a-standing.ts';

const rollout = (rolloutState: string | undefined): Pick<ServiceStanding, 'deployment'> => ({
  deployment: { id: 'ecs-svc/1', taskDefinition: 'cart:3', rolloutState, reason: undefined, startedAt: 0 },
});

test.each<[string, Partial<ServiceStanding>, string]>([
  ['none of its tasks runs', { running: 0, pending: 2 }, 'down'],
  ['some of its tasks run', { running: 1 }, 'short'],
  ['all run on what was there before the last deployment', rollout('FAILED'), 'failed'],
  ['something is open about it', { alerts: [anOpenAlert()] }, 'alert'],
  ['a deployment goes on', rollout('IN_PROGRESS'), 'rolling'],
  ['all is well', {}, 'ok'],
  ['it is scaled to zero', { desired: 0, running: 0 }, 'ok'],
  ['ECS does not say how the deployment went', rollout(undefined), 'ok'],
  ['more run than should, for a while', { running: 3 }, 'ok'],
  ['it is short of tasks, and something is open', { running: 1, alerts: [anOpenAlert()] }, 'short'],
])('where %s', (_, over, expected) => {
  expect(troubleOf(aStanding(over))).toBe(expected);
});

test('the worst stands first, and what is alike by account, Region, cluster and name', () => {
  const services = [
    aStanding({ service: 'b' }),
    aStanding({ service: 'a' }),
    aStanding({ service: 'rolls', ...rollout('IN_PROGRESS') }),
    aStanding({ service: 'short', running: 1 }),
    aStanding({ service: 'down', running: 0 }),
    aStanding({ service: 'c', account: { id: '444455556666', name: 'archive' } }),
  ];

  expect(services.sort(byTrouble).map(({ service }) => service)).toEqual([
    'down',
    'short',
    'rolls',
    'c',
    'a',
    'b',
  ]);
});
