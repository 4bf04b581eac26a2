import { CLUSTER_ARN, ecsEvent, isoTime, SERVICE_ARN } from './ecs-event.ts';
import type { Story, Telling } from './story.ts';

const DECIDE_WITHIN_MS = 30 * 60_000;

const hook = (telling: Telling, eventName: string) => {
  const serviceDeploymentArn = `${SERVICE_ARN.replace(':service/', ':service-deployment/')}/d${telling.id}`;
  return ecsEvent(telling, {
    detailType: 'ECS Hook State Change',
    resources: [serviceDeploymentArn],
    detail: {
      eventType: 'INFO',
      eventName,
      hookId: `hook-${telling.id}`,
      hookType: 'PAUSE',
      expiresAt: isoTime(telling.startedAt + DECIDE_WITHIN_MS),
      lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
      serviceArn: SERVICE_ARN,
      serviceDeploymentArn,
      clusterArn: CLUSTER_ARN,
      updatedAt: isoTime(telling.now),
    },
  });
};

export const ecsWaitingHook: Story = {
  id: 'ecs-waiting-hook',
  title: 'ECS: a deployment waits for a decision',
  about: 'A pause hook: somebody has half an hour to let the deployment go on, or to roll it back.',
  steps: [
    {
      title: 'It waits',
      shows:
        'A message with the deadline and both commands. Move the clock: it reminds, and ends when time is up.',
      event: (telling) => hook(telling, 'HOOK_AWAITING_ACTION'),
    },
    {
      title: 'Somebody lets it go on',
      shows: 'The message is resolved; who asked what stands in its thread.',
      event: (telling) => hook(telling, 'HOOK_SUCCEEDED'),
    },
  ],
};
