import type { Standing } from '#lambdas/contracts/observation.ts';
import type { EcsSettings } from '#lambdas/contracts/settings.ts';
import { type Service, serviceOfArn } from '#lambdas/ecs-alerts/arn.ts';
import { DaemonEvent } from '#lambdas/ecs-alerts/daemons/daemon-event.ts';
import {
  DAEMON_DEPLOYMENT_NAMES,
  DAEMON_NAMES,
  toDaemonAlert,
  toDaemonDeploymentAlert,
} from '#lambdas/ecs-alerts/daemons/to-daemon-alert.ts';
import { DeploymentState, STAGES, stageOf } from '#lambdas/ecs-alerts/deployments/deployment-state.ts';
import { HookState } from '#lambdas/ecs-alerts/deployments/hook-state.ts';
import { toDeploymentAlert } from '#lambdas/ecs-alerts/deployments/to-deployment-alert.ts';
import { HOOK_NAMES, toHookAlert } from '#lambdas/ecs-alerts/deployments/to-hook-alert.ts';
import { CLOCK, type EcsAlert, isoTime, scopeOf } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import { happenedAt } from '#lambdas/ecs-alerts/happened-at.ts';
import { type Instance, instanceOf } from '#lambdas/ecs-alerts/instances/instance.ts';
import { InstanceHealth } from '#lambdas/ecs-alerts/instances/instance-health.ts';
import { InstanceState } from '#lambdas/ecs-alerts/instances/instance-state.ts';
import { toHealthAlert } from '#lambdas/ecs-alerts/instances/to-health-alert.ts';
import { toInstanceAlerts } from '#lambdas/ecs-alerts/instances/to-instance-alerts.ts';
import { type Place, placeOf } from '#lambdas/ecs-alerts/place.ts';
import { severityOfType, troubleOf } from '#lambdas/ecs-alerts/service-actions/action-words.ts';
import { ServiceAction } from '#lambdas/ecs-alerts/service-actions/service-action.ts';
import { toServiceAlert } from '#lambdas/ecs-alerts/service-actions/to-service-alert.ts';
import { toUnknownAlert } from '#lambdas/ecs-alerts/unknown-alert.ts';

export type AlertSettings = Pick<
  EcsSettings,
  'quietMinutes' | 'drainMinutes' | 'disconnectedMinutes' | 'deployments' | 'userStops'
>;
/** What an event says: alerts, and how alerts stand. `isUnknown`: nobody foresaw it. */
export type EcsMessages = { alerts: EcsAlert[]; standings: Standing[]; isUnknown?: boolean };
type Context = { place: Place; settings: AlertSettings; now: Date };
type Reader = (event: EcsEvent, context: Context) => EcsMessages | undefined;

const READERS: Record<string, Reader> = {
  'ECS Service Action': readServiceAction,
  'ECS Deployment State Change': readDeployment,
  'ECS Hook State Change': readHook,
  'ECS Container Instance State Change': readInstanceState,
  'ECS Container Instance Health Change': readInstanceHealth,
  'ECS Daemon Service Action': readDaemonAction,
  'ECS Daemon Deployment State Change': readDaemonDeployment,
};

/** What an event of ECS says, but for stopped tasks. One that cannot be understood is told as it is, never refused. */
export function toMessages(event: EcsEvent, settings: AlertSettings, now: Date): EcsMessages {
  const place = placeOf(event);
  const reader = Object.hasOwn(READERS, event['detail-type']) ? READERS[event['detail-type']] : undefined;
  const read = reader?.(event, { place, settings, now });
  if (read) return read;
  const at = happenedAt(event.time, [], now);
  const alert = toUnknownAlert(event, { place, at, quietMinutes: settings.quietMinutes });
  return { alerts: [alert], standings: [], isUnknown: true };
}

function alertsOf(...alerts: (EcsAlert | undefined)[]): EcsMessages {
  return { alerts: alerts.filter((alert) => alert !== undefined), standings: [] };
}

function readServiceAction(event: EcsEvent, { place, settings, now }: Context): EcsMessages | undefined {
  const action = ServiceAction.parse(event.detail);
  const service = serviceOfArn(event.resources, action.clusterArn, place);
  const isTrouble = troubleOf(action.eventName) ?? severityOfType(action.eventType) !== 'info';
  if (!service || !action.eventName) return isTrouble ? undefined : alertsOf();
  const at = happenedAt(event.time, [action.createdAt], now);
  if (action.eventName === 'SERVICE_STEADY_STATE')
    return over(service, at, 'the service reached a steady state');
  const deployment = DeploymentState.parse(event.detail);
  if (stageOf(deployment)) return deploymentMessages(deployment, service, at, { place, settings, now });
  return alertsOf(toServiceAlert(action, service, { place, at, quietMinutes: settings.quietMinutes }));
}

function readDeployment(event: EcsEvent, context: Context): EcsMessages | undefined {
  const state = DeploymentState.parse(event.detail);
  const service = serviceOfArn(event.resources, state.clusterArn, context.place);
  if (!service || !stageOf(state)) return undefined;
  const at = happenedAt(event.time, [state.updatedAt, state.createdAt], context.now);
  return deploymentMessages(state, service, at, context);
}

function deploymentMessages(
  state: DeploymentState,
  service: Service,
  at: number,
  { place, settings }: Context,
): EcsMessages | undefined {
  const stage = stageOf(state);
  if (stage === undefined) return undefined;
  if (stage === 'completed') return over(service, at, 'a deployment is complete');
  return alertsOf(toDeploymentAlert(state, stage, service, { place, at, settings }));
}

/** All that is open of a service, and that ECS can be asked about, is over. */
function over({ arn }: Service, at: number, why: string): EcsMessages {
  const standing: Standing = {
    kind: 'standing',
    scope: scopeOf(arn),
    at: isoTime(at),
    orderedBy: [
      [CLOCK, at],
      ['stage', STAGES.indexOf('completed')],
    ],
    status: 'resolved',
    why,
  };
  return { alerts: [], standings: [standing] };
}

/** A name that AWS has made since, of something that it calls trouble: told as it is. */
function isUnknownTrouble(
  { eventName = '', eventType }: { eventName?: string | undefined; eventType?: string | undefined },
  known: readonly string[],
): boolean {
  return !known.includes(eventName) && severityOfType(eventType) !== 'info';
}

function readHook(event: EcsEvent, { place, now }: Context): EcsMessages | undefined {
  const hook = HookState.parse(event.detail);
  const arns = [hook.serviceArn, hook.serviceDeploymentArn, ...event.resources];
  const service = serviceOfArn(arns, hook.clusterArn, place);
  if (!service || isUnknownTrouble(hook, HOOK_NAMES)) return undefined;
  return alertsOf(toHookAlert(hook, service, { place, at: happenedAt(event.time, [hook.updatedAt], now) }));
}

function readInstanceState(event: EcsEvent, { place, settings, now }: Context): EcsMessages | undefined {
  const state = InstanceState.parse(event.detail);
  return ofInstance(state, event, place, (instance) => {
    const at = happenedAt(event.time, [state.updatedAt], now);
    return toInstanceAlerts(state, instance, { place, at, settings });
  });
}

function readInstanceHealth(event: EcsEvent, { place, settings, now }: Context): EcsMessages | undefined {
  const health = InstanceHealth.parse(event.detail);
  return ofInstance(health, event, place, (instance) => {
    // The moments of its checks lie before and after each other as they like: that of the event is the one to trust.
    const alert = toHealthAlert(health, instance, {
      place,
      at: happenedAt(event.time, [], now),
      quietMinutes: settings.quietMinutes,
    });
    return alert ? [alert] : [];
  });
}

function ofInstance(
  named: Parameters<typeof instanceOf>[0],
  event: EcsEvent,
  place: Place,
  toAlerts: (instance: Instance) => EcsAlert[],
): EcsMessages | undefined {
  const instance = instanceOf(named, event.resources, place);
  return instance && alertsOf(...toAlerts(instance));
}

function readDaemonAction(event: EcsEvent, { place, settings, now }: Context): EcsMessages | undefined {
  const action = DaemonEvent.parse(event.detail);
  if (isUnknownTrouble(action, DAEMON_NAMES)) return undefined;
  const at = happenedAt(event.time, [action.createdAt], now);
  return alertsOf(toDaemonAlert(action, { place, at, quietMinutes: settings.quietMinutes }));
}

function readDaemonDeployment(event: EcsEvent, { place, settings, now }: Context): EcsMessages | undefined {
  const state = DaemonEvent.parse(event.detail);
  if (isUnknownTrouble(state, DAEMON_DEPLOYMENT_NAMES)) return undefined;
  const at = happenedAt(event.time, [state.updatedAt], now);
  return alertsOf(toDaemonDeploymentAlert(state, { place, at, quietMinutes: settings.quietMinutes }));
}
