import type { ServiceState } from '#lambdas/ecs-inventory/service-state.ts';

export const NOW = new Date('2026-11-22T05:40:00.000Z');
const MINUTE = 60_000;

/** The state of a service that stands, changed as given. */
export function aServiceState(over: Partial<ServiceState> = {}): ServiceState {
  return {
    cluster: 'orders',
    service: 'cart',
    status: 'ACTIVE',
    desired: 2,
    running: 2,
    pending: 0,
    launchType: 'FARGATE',
    deployment: {
      id: 'ecs-svc/1',
      taskDefinition: 'cart:3',
      rolloutState: 'COMPLETED',
      reason: undefined,
      startedAt: NOW.getTime() - 40 * MINUTE,
    },
    steadyAt: NOW.getTime() - 35 * MINUTE,
    ...over,
  };
}

/** Waits until all have come. */
export async function batchesOf<Batch>(batches: AsyncIterable<Batch>): Promise<Batch[]> {
  const all: Batch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}
