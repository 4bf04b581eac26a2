import type { Severity } from '#lambdas/contracts/observation.ts';

export type ActionWords = { severity: Severity; title: string; advice?: string };

/** Service actions that something is wrong with. The level comes from the name: events of one name come with several. */
const TROUBLE: Record<string, ActionWords> = {
  SERVICE_TASK_START_IMPAIRED: {
    severity: 'warning',
    title: 'tasks do not start, again and again',
    advice: 'Read the reasons of its stopped tasks; ECS now waits longer before each try.',
  },
  SERVICE_DISCOVERY_INSTANCE_UNHEALTHY: {
    severity: 'warning',
    title: 'a task is unhealthy in service discovery',
    advice: 'Look why the task fails the health check of its registry in Cloud Map.',
  },
  VPC_LATTICE_TARGET_UNHEALTHY: {
    severity: 'warning',
    title: 'a target of VPC Lattice is unhealthy',
    advice: 'Compare the health check of the target group with what the task answers.',
  },
  SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED: {
    severity: 'error',
    title: 'a daemon task no longer fits its placement constraints',
    advice: 'Compare the placement constraints with the attributes of the instances.',
  },
  ECS_OPERATION_THROTTLED: {
    severity: 'error',
    title: 'ECS is throttled',
    advice: 'Wait: ECS tries again. Ask for a higher limit if it goes on.',
  },
  SERVICE_DISCOVERY_OPERATION_THROTTLED: {
    severity: 'error',
    title: 'service discovery is throttled',
    advice: 'Wait: ECS tries again. Fewer tasks at once, or another namespace, ease it.',
  },
  SERVICE_TASK_PLACEMENT_FAILURE: {
    severity: 'error',
    title: 'no place for its tasks',
    advice:
      'Ask for less CPU and memory, or add capacity: instances; on Fargate other zones, On-Demand instead of Spot, or another Region.',
  },
  SERVICE_TASK_CONFIGURATION_FAILURE: {
    severity: 'error',
    title: 'tasks cannot be made as configured',
    advice: 'Read the reason: something in the service or the task definition is not allowed.',
  },
  SERVICE_HEALTH_UNKNOWN: {
    severity: 'error',
    title: 'ECS cannot tell the health of its tasks',
    advice: 'Look at the health checks of container and load balancer, and at the agent of the host.',
  },
};

/** What a placement failure lacks; `RESOURCE:CPU` and the like. */
const LACKING: Record<string, string> = {
  'RESOURCE:CPU': 'no instance has enough CPU left',
  'RESOURCE:MEMORY': 'no instance has enough memory left',
  'RESOURCE:FARGATE': 'Fargate has no capacity left here',
};

export function troubleOf(eventName: string | undefined): ActionWords | undefined {
  return Object.hasOwn(TROUBLE, eventName ?? '') ? TROUBLE[eventName ?? ''] : undefined;
}

export function lackOf(reason: string | undefined): string {
  const code = Object.keys(LACKING).find((candidate) => reason?.toUpperCase().startsWith(candidate));
  return code ? `${LACKING[code]?.[0]?.toUpperCase()}${LACKING[code]?.slice(1)}.` : '';
}

/** How an event of a name that nobody knows ranks. AWS writes `WARN` and `WARNING`. */
export function severityOfType(eventType: string | undefined): Severity {
  const type = eventType?.toUpperCase() ?? '';
  if (type === 'ERROR') return 'error';
  return type.startsWith('WARN') ? 'warning' : 'info';
}
