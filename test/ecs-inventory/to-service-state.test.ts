import { expect, test } from 'vitest';
import { toServiceState } from '#lambdas/ecs-inventory/to-service-state.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 5, minute));
const DEFINITION = 'arn:aws:ecs:eu-west-1:111122223333:task-definition';

test('the deployment that is PRIMARY is the last one, wherever it stands', () => {
  const { deployment } = toServiceState('orders', {
    serviceName: 'cart',
    deployments: [
      { id: 'ecs-svc/1', status: 'ACTIVE', taskDefinition: `${DEFINITION}/cart:3`, createdAt: at(1) },
      {
        id: 'ecs-svc/2',
        status: 'PRIMARY',
        taskDefinition: `${DEFINITION}/cart:4`,
        createdAt: at(20),
        rolloutState: 'FAILED',
        rolloutStateReason: 'tasks failed to start',
      },
    ],
  });

  expect(deployment).toEqual({
    id: 'ecs-svc/2',
    taskDefinition: 'cart:4',
    rolloutState: 'FAILED',
    reason: 'tasks failed to start',
    startedAt: at(20).getTime(),
  });
});

test('who deploys by a controller of their own has task sets, of which ECS tells no rollout', () => {
  const taskSet = {
    id: 'ecs-svc/9',
    status: 'PRIMARY',
    taskDefinition: `${DEFINITION}/cart:7`,
    createdAt: at(3),
  };

  expect(toServiceState('orders', { taskSets: [taskSet] }).deployment).toMatchObject({
    taskDefinition: 'cart:7',
    rolloutState: undefined,
  });
});

test('it is steady since ECS said so last, in whatever order the events stand', () => {
  const event = (minute: number, message: string) => ({ createdAt: at(minute), message });
  const events = [
    event(9, '(service cart) has started 1 tasks: (task 5c1f).'),
    event(2, '(service cart) has reached a steady state.'),
    event(7, '(service cart) has reached a steady state.'),
  ];

  expect(toServiceState('orders', { events }).steadyAt).toBe(at(7).getTime());
  expect(toServiceState('orders', { events: events.slice(0, 1) }).steadyAt).toBeUndefined();
});

test.each([
  ['a launch type', { launchType: 'EC2' as const }, 'EC2'],
  [
    'capacity providers, which have none',
    { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }, { capacityProvider: 'FARGATE' }] },
    'FARGATE_SPOT, FARGATE',
  ],
  ['neither', {}, undefined],
])('what it runs on is told by %s', (_, service, expected) => {
  expect(toServiceState('orders', service).launchType).toBe(expected);
});

test('what ECS leaves out makes no service unreadable', () => {
  expect(toServiceState('orders', {})).toEqual({
    cluster: 'orders',
    service: '',
    status: 'UNKNOWN',
    desired: 0,
    running: 0,
    pending: 0,
    launchType: undefined,
    deployment: undefined,
    steadyAt: undefined,
  });
});
