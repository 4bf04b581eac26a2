import type { Finding } from '#lambdas/ecs-alerts/checks/answer-check.ts';
import type { BlockingTask, DescribedInstance, EcsApi } from '#lambdas/ecs-alerts/checks/ecs-api.ts';

/** Whether what was wrong with an instance is over. Of a drain that is not, the tasks that hold it up. */
export async function findInstance(
  { cluster = '', instance: arn = '', trouble }: Record<string, string>,
  ecs: Pick<EcsApi, 'describeInstance' | 'listBlockingTasks'>,
): Promise<Finding> {
  const instance = await ecs.describeInstance(cluster, arn);
  if (!instance || instance.status === 'INACTIVE') return { status: 'resolved', why: 'the instance is gone' };
  if (trouble === 'agent') return findAgent(instance);
  if (trouble === 'health') return findHealth(instance);
  if (trouble === 'registration') return findRegistration(instance);
  if (instance.status !== 'DRAINING')
    return { status: 'resolved', why: 'the instance is no longer draining' };
  // Tasks that are being stopped are not counted by ECS, and hold the drain up nevertheless.
  const tasks = await ecs.listBlockingTasks(cluster, arn);
  if (tasks.length === 0 && instance.tasks === 0)
    return { status: 'resolved', why: 'all its tasks have left' };
  return { status: 'open', why: `held up by ${wordsOf(tasks)}` };
}

function findAgent({ agentConnected }: DescribedInstance): Finding {
  return agentConnected
    ? { status: 'resolved', why: 'the agent is connected again' }
    : { status: 'open', why: 'the agent is still disconnected' };
}

function findRegistration({ status }: DescribedInstance): Finding {
  return ['ACTIVE', 'DRAINING'].includes(status)
    ? { status: 'resolved', why: 'the instance has joined the cluster' }
    : { status: 'open', why: 'the instance is still not in the cluster' };
}

function findHealth({ health }: DescribedInstance): Finding {
  return health === 'OK'
    ? { status: 'resolved', why: 'ECS finds the instance healthy' }
    : { status: 'open', why: `its health is ${health?.toLowerCase() ?? 'unknown'}` };
}

function wordsOf(tasks: BlockingTask[]): string {
  const words = tasks.map(({ id, group, status }) => `${group} (task ${id}, ${status.toLowerCase()})`);
  return words.join(', ') || 'tasks that ECS does not name';
}
