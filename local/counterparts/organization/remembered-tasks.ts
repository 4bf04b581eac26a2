import type { WorldCluster, WorldTask } from './world-containers.ts';

const MEMORY_MILLISECONDS = 60 * 60_000;

/**
 * The tasks that ECS still knows of: it forgets one about an hour after it stopped.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
 */
export function rememberedTasks({ tasks }: WorldCluster, now: number): WorldTask[] {
  return tasks.filter(({ stoppedAt = now }) => now - stoppedAt <= MEMORY_MILLISECONDS);
}
