import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { CLUSTER, CLUSTER_ARN, deployment, ecsEvent, stoppedTask } from '#local/replay-events/ecs-event.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';

const REGION = 'eu-west-1';
const INSTANCE = '0c5a1fd27b6e4a3c9d8e7f6051a2b3c4';

/** Trouble of a service and of an instance, which ECS is asked about until it is over; and what nobody can read. */
export async function playEcs(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const telling = () => ({ id: 'ECS', number: 1, startedAt: cloud.clock.now(), now: cloud.clock.now() });
  const { containers, logs } = cloud.organization.world;
  const cluster = containers.clusters.find(({ name, region }) => name === CLUSTER && region === REGION);
  const options = { 'awslogs-group': '/ecs/checkout', 'awslogs-stream-prefix': 'ecs' };
  const app = {
    name: 'app',
    image: 'checkout:43',
    essential: true,
    logConfiguration: { logDriver: 'awslogs', options },
  };
  const place = { account: PAYMENTS_PROD, region: REGION };
  const registeredAt = cloud.clock.now();
  containers.taskDefinitions.push({
    ...place,
    family: 'checkout',
    revision: 43,
    status: 'ACTIVE',
    registeredAt,
    containerDefinitions: [app],
  });
  logs.push({ ...place, name: '/ecs/checkout', streams: {} });
  cluster?.containerInstances.push({
    id: INSTANCE,
    ec2InstanceId: 'i-0c5a1fd27b6e4a3c9',
    status: 'DRAINING',
    agentConnected: true,
    version: 9,
    registeredAt,
  });
  cluster?.tasks.push({
    id: INSTANCE,
    taskDefinition: 'checkout:43',
    group: 'service:checkout',
    lastStatus: 'DEACTIVATING',
    desiredStatus: 'STOPPED',
    version: 4,
    createdAt: registeredAt,
    containerInstance: INSTANCE,
    containers: [{ name: 'app', lastStatus: 'RUNNING' }],
  });

  await cloud.putEvent(stoppedTask(telling(), { number: 1, exitCode: 1 }));
  await cloud.putEvent(draining(telling()));
  await settle();
  for (let minute = 0; minute < 12; minute += 1) {
    cloud.clock.advance(60_000);
    await settle();
  }
  await cloud.putEvent(stoppedTask(telling(), { number: 2, exitCode: 1 }));
  await settle();
  cloud.clock.advance(1000);
  await cloud.putEvent(deployment(telling(), 'SERVICE_DEPLOYMENT_COMPLETED', 'completed'));
  const events = cloud.estate.queues.find(({ name }) => /EcsAlertsEventsQueue/.test(name))?.name ?? '';
  cloud.queues.send(events, { body: 'poison' });
  await settle();
}

function draining(telling: Parameters<typeof ecsEvent>[0]) {
  const containerInstanceArn = `${CLUSTER_ARN.replace(':cluster/', ':container-instance/')}/${INSTANCE}`;
  return ecsEvent(telling, {
    detailType: 'ECS Container Instance State Change',
    resources: [containerInstanceArn],
    detail: {
      clusterArn: CLUSTER_ARN,
      containerInstanceArn,
      status: 'DRAINING',
      agentConnected: true,
      version: 9,
    },
  });
}
