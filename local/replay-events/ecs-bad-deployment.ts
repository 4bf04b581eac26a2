import { deployment, stoppedTask } from './ecs-event.ts';
import type { Story } from './story.ts';

export const ecsBadDeployment: Story = {
  id: 'ecs-bad-deployment',
  title: 'ECS: a bad deployment, from the first crash to the recovery',
  about:
    'The new revision of checkout crashes, the circuit breaker rolls it back, and the old one runs again: two alerts in one thread.',
  steps: [
    {
      title: 'A task of the new revision dies',
      shows: 'A message with the container, its exit code, the revision and the deployment that started it.',
      event: (telling) => stoppedTask(telling, { number: 1, exitCode: 1 }),
    },
    {
      title: 'Another dies',
      shows: 'The same message, which counts.',
      event: (telling) => stoppedTask(telling, { number: 2, exitCode: 1 }),
    },
    {
      title: 'And another',
      shows: 'Counted too. Edits come less and less often; the clock brings the last ones.',
      event: (telling) => stoppedTask(telling, { number: 3, exitCode: 1 }),
    },
    {
      title: 'The circuit breaker trips',
      shows: 'An alert of its own, in the thread of the first, and in the channel.',
      event: (telling) =>
        deployment(
          telling,
          'SERVICE_DEPLOYMENT_FAILED',
          'ECS deployment circuit breaker: tasks failed to start.',
        ),
    },
    {
      title: 'ECS rolls back',
      shows: 'The same alert: failed and rolled back are told apart.',
      event: (telling) =>
        deployment(
          telling,
          'SERVICE_DEPLOYMENT_IN_PROGRESS',
          `ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/42${telling.number}.`,
        ),
    },
    {
      title: 'The former revision runs',
      shows: 'Both alerts are resolved, and say how long it took.',
      event: (telling) =>
        deployment(
          telling,
          'SERVICE_DEPLOYMENT_COMPLETED',
          `ECS deployment ecs-svc/42${telling.number} completed.`,
        ),
    },
  ],
};
