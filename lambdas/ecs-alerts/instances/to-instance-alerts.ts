import { checkOfInstance } from '#lambdas/ecs-alerts/checks/check-subject.ts';
import { type EcsAlert, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Instance } from '#lambdas/ecs-alerts/instances/instance.ts';
import type { InstanceState } from '#lambdas/ecs-alerts/instances/instance-state.ts';
import { troubleAlert } from '#lambdas/ecs-alerts/instances/trouble-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';

type InstanceSettings = { drainMinutes: number; disconnectedMinutes: number };
type Context = { place: Place; at: number; settings: InstanceSettings };

/** ECS is asked some minutes after the last change, and so before people would hear of it. */
const FIRST_QUESTION_MINUTES = 5;
/** A drain that ECS gave up, and an agent that nobody asks about, are forgotten after this. */
const FORGET_MINUTES = 48 * 60;

/**
 * What the state of an instance says: of a drain and of its agent, each told only where it lasts, and of a failed
 * registration. What is well again is told to whoever knows of the trouble.
 */
export function toInstanceAlerts(state: InstanceState, instance: Instance, context: Context): EcsAlert[] {
  const status = state.status?.toUpperCase();
  return [
    ...(status === 'REGISTRATION_FAILED' ? [registrationAlert(state, instance, context)] : []),
    drainAlert(state, instance, context),
    ...(state.agentConnected === undefined ? [] : [agentAlert(state, instance, context)]),
  ];
}

function registrationAlert(state: InstanceState, instance: Instance, { place, at }: Context): EcsAlert {
  return {
    ...base(state, instance, { place, at }, 'registration'),
    severity: 'error',
    title: `${instance.name}: could not join the cluster ${instance.cluster}`,
    summary: [state.statusReason ? `ECS says: ${state.statusReason}` : ''],
    facts: [
      {
        label: 'What to do',
        value: 'Look at the log of the ECS agent on the instance; check its role and its network.',
      },
    ],
    resolvesAt: minutesAfter(at, FORGET_MINUTES),
  };
}

/** `ACTIVE` ends a drain, and so does the last task that leaves. */
function drainAlert(state: InstanceState, instance: Instance, { place, at, settings }: Context): EcsAlert {
  const { drainMinutes } = settings;
  const tasks = tasksLeft(state);
  const isDraining = state.status?.toUpperCase() === 'DRAINING' && tasks !== 0;
  return {
    ...base(state, instance, { place, at }, 'drain'),
    severity: 'warning',
    title: `${instance.name}: drain is stuck`,
    summary: [
      `Draining in ${instance.cluster} for more than ${drainMinutes} minutes${tasks ? `, ${tasks} tasks are left` : ''}.`,
    ],
    facts: [
      {
        label: 'What to do',
        value: 'Find out which tasks stay, and why their services start no others elsewhere.',
      },
    ],
    ...lasting(isDraining, at, drainMinutes),
    check: checkOfInstance(instance, 'drain', place, {
      at,
      fromMinutes: Math.min(FIRST_QUESTION_MINUTES, drainMinutes),
    }),
  };
}

function agentAlert(state: InstanceState, instance: Instance, { place, at, settings }: Context): EcsAlert {
  const { disconnectedMinutes } = settings;
  return {
    ...base(state, instance, { place, at }, 'agent'),
    severity: 'warning',
    title: `${instance.name}: ECS agent is disconnected`,
    summary: [
      `ECS has not heard of the agent in ${instance.cluster} for more than ${disconnectedMinutes} minutes.`,
    ],
    facts: [
      {
        label: 'What to do',
        value: 'Look at the instance: is it running, is its disk full, does it reach ECS? Else replace it.',
      },
    ],
    ...lasting(state.agentConnected === false, at, disconnectedMinutes),
    check: checkOfInstance(instance, 'agent', place, {
      at,
      fromMinutes: Math.min(FIRST_QUESTION_MINUTES, disconnectedMinutes),
    }),
  };
}

function base(
  state: InstanceState,
  instance: Instance,
  { place, at }: Omit<Context, 'settings'>,
  kind: string,
) {
  const before: [string, number][] = state.version === undefined ? [] : [['version', state.version]];
  return { ...troubleAlert(instance, kind, { place, at }), before };
}

/** Told only when it lasts; what has passed is told to whoever knows of it. */
function lasting(isSo: boolean, at: number, minutes: number): Partial<EcsAlert> {
  const resolvesAt = minutesAfter(at, FORGET_MINUTES);
  if (!isSo) return { status: 'resolved', quiet: true, resolvesAt, entry: '' };
  return { holdUntil: minutesAfter(at, minutes), resolvesAt, entry: '' };
}

function tasksLeft({ runningTasksCount, pendingTasksCount }: InstanceState): number | undefined {
  return runningTasksCount === undefined ? undefined : runningTasksCount + (pendingTasksCount ?? 0);
}
