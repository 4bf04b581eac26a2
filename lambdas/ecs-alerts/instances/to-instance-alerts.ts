import { checkOfInstance } from '#lambdas/ecs-alerts/checks/check-subject.ts';
import { type EcsAlert, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Instance } from '#lambdas/ecs-alerts/instances/instance.ts';
import type { InstanceState } from '#lambdas/ecs-alerts/instances/instance-state.ts';
import { troubleAlert } from '#lambdas/ecs-alerts/instances/trouble-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

type InstanceSettings = { drainMinutes: number; disconnectedMinutes: number; quietMinutes: number };
type Context = { place: Place; at: number; settings: InstanceSettings };

/** ECS is asked some minutes after the last change, and so before people would hear of it. */
const FIRST_QUESTION_MINUTES = 5;
const GONE = ['INACTIVE', 'DEREGISTERING'];

/**
 * What the state of an instance says: of a drain and of its agent, each told only where it lasts, and of a failed
 * registration. What is well again is told to whoever knows of the trouble.
 */
export function toInstanceAlerts(state: InstanceState, instance: Instance, context: Context): EcsAlert[] {
  // Whoever never joined the cluster has no tasks to drain, and no agent to miss.
  if (statusOf(state) === 'REGISTRATION_FAILED') return [registrationAlert(state, instance, context)];
  return [
    drainAlert(state, instance, context),
    ...(state.agentConnected === undefined ? [] : [agentAlert(state, instance, context)]),
  ];
}

function registrationAlert(
  state: InstanceState,
  instance: Instance,
  { place, at, settings }: Context,
): EcsAlert {
  const { quietMinutes } = settings;
  return {
    ...base(state, instance, { place, at }, 'registration'),
    severity: 'error',
    title: `${instance.name}: could not join the cluster ${instance.cluster}`,
    summary: [state.statusReason ? `ECS says: ${oneLine(state.statusReason, 600)}` : ''],
    facts: [
      {
        label: 'What to do',
        value: 'Look at the log of the ECS agent on the instance; check its role and its network.',
      },
    ],
    resolvesAt: minutesAfter(at, quietMinutes),
    check: checkOfInstance(instance, 'registration', place, { at, fromMinutes: FIRST_QUESTION_MINUTES }),
  };
}

/** Tasks that are being stopped hold a drain up and are counted nowhere: only ECS itself can say that it is over. */
function drainAlert(state: InstanceState, instance: Instance, { place, at, settings }: Context): EcsAlert {
  const { drainMinutes } = settings;
  const tasks = state.runningTasksCount;
  return {
    ...base(state, instance, { place, at }, 'drain'),
    severity: 'warning',
    title: `${instance.name}: drain is stuck`,
    summary: [
      `Draining in ${instance.cluster} for more than ${drainMinutes} minutes${tasks === undefined ? '' : `, ${tasks} tasks counted as running; those being stopped are not counted`}.`,
    ],
    facts: [
      {
        label: 'What to do',
        value: 'Find out which tasks stay, and why their services start no others elsewhere.',
      },
    ],
    ...lasting(statusOf(state) === 'DRAINING', at, drainMinutes, settings.quietMinutes),
    check: checkOfInstance(instance, 'drain', place, {
      at,
      fromMinutes: Math.min(FIRST_QUESTION_MINUTES, drainMinutes),
    }),
  };
}

function agentAlert(state: InstanceState, instance: Instance, { place, at, settings }: Context): EcsAlert {
  const { disconnectedMinutes } = settings;
  // Of an instance that leaves, nobody misses the agent.
  const isLost = state.agentConnected === false && !GONE.includes(statusOf(state));
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
    ...lasting(isLost, at, disconnectedMinutes, settings.quietMinutes),
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
function lasting(isSo: boolean, at: number, minutes: number, quietMinutes: number): Partial<EcsAlert> {
  const resolvesAt = minutesAfter(at, minutes + quietMinutes);
  if (!isSo) return { status: 'resolved', quiet: true, resolvesAt, entry: '' };
  return { holdUntil: minutesAfter(at, minutes), resolvesAt, entry: '' };
}

function statusOf({ status = '' }: InstanceState): string {
  return status.toUpperCase();
}
