import type { Service } from '#lambdas/ecs-alerts/arn.ts';
import { checkOfService } from '#lambdas/ecs-alerts/checks/check-subject.ts';
import { deploymentsUrlOf } from '#lambdas/ecs-alerts/console-url.ts';
import type { HookState } from '#lambdas/ecs-alerts/deployments/hook-state.ts';
import { type EcsAlert, isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import { timeOf } from '#lambdas/ecs-alerts/happened-at.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

type Name = 'HOOK_AWAITING_ACTION' | 'HOOK_SUCCEEDED' | 'HOOK_FAILED' | 'HOOK_TIMED_OUT';

/** Of a pause hook the outcome is a person's choice. */
const OUTCOMES = {
  HOOK_SUCCEEDED: 'Somebody let the deployment go on.',
  HOOK_FAILED: 'Somebody chose to roll back.',
  HOOK_TIMED_OUT: 'Nobody decided in time.',
};
const DECIDE =
  'Look at the new revision, then let it go on or roll it back. If nobody decides in time ECS rolls back, unless the hook says otherwise.';
const LOOK = 'Read the log of the hook’s function; the deployment does not go on without it.';
/** In which order events of one moment are taken. */
export const HOOK_NAMES = [
  'HOOK_IN_PROGRESS',
  'HOOK_AWAITING_ACTION',
  'HOOK_SUCCEEDED',
  'HOOK_FAILED',
  'HOOK_TIMED_OUT',
];
const RANK: Record<Name, number> = {
  HOOK_AWAITING_ACTION: 0,
  HOOK_SUCCEEDED: 1,
  HOOK_FAILED: 1,
  HOOK_TIMED_OUT: 1,
};
/** Minutes before the deadline at which people are reminded. */
const REMINDERS = [24 * 60, 60, 15, 5];
/** AWS lets a hook wait for so long at most. */
const LONGEST_MINUTES = 14 * 24 * 60;

/**
 * The alert of a hook that waits for a person: what to run, and until when. Its outcome is told to whoever knows of it.
 * A hook that a function decides speaks up only when it fails.
 */
export function toHookAlert(
  hook: HookState,
  service: Service,
  { place, at }: { place: Place; at: number },
): EcsAlert | undefined {
  const name = hook.eventName as Name;
  if (!Object.hasOwn(RANK, name)) return undefined;
  const isPause = hook.hookType?.toUpperCase() === 'PAUSE' || name === 'HOOK_AWAITING_ACTION';
  const isWaiting = name === 'HOOK_AWAITING_ACTION';
  const isTrouble = !isPause && name !== 'HOOK_SUCCEEDED';
  const expires = timeOf(hook.expiresAt);
  const end = isWaiting && expires !== undefined ? isoTime(expires) : undefined;
  const url = deploymentsUrlOf(service, place);
  const stage = hook.lifecycleStage?.toLowerCase().replaceAll('_', ' ') ?? 'unnamed';
  const subject = oneLine(service.name, 80);
  return {
    kind: 'hook',
    identity: [service.arn, hook.serviceDeploymentArn ?? '', hook.hookId ?? ''],
    scope: service.arn,
    severity: isTrouble ? 'error' : 'warning',
    title: isTrouble
      ? `${subject}: deployment hook ${name === 'HOOK_TIMED_OUT' ? 'timed out' : 'failed'}`
      : `${subject}: deployment waits for a decision`,
    summary: [
      `Stage ${oneLine(stage, 80)}, hook ${oneLine(hook.hookId ?? 'unnamed', 80)}${service.cluster ? `, cluster ${service.cluster}` : ''}.`,
      hook.reason ? `ECS says: ${oneLine(hook.reason, 600)}` : '',
    ],
    facts: isWaiting
      ? [{ label: 'What to do', value: DECIDE }]
      : isTrouble
        ? [{ label: 'What to do', value: LOOK }]
        : [],
    links: [{ label: 'Open its deployments', url }],
    resources: [{ id: service.path, url }],
    labels: { cluster: service.cluster, service: service.name, verdict: 'hook', typeCode: name },
    at,
    after: [['rank', RANK[name]]],
    status: isWaiting || isTrouble ? 'open' : 'resolved',
    ...(isWaiting || isTrouble ? {} : { quiet: true, entry: OUTCOMES[name] }),
    ...(end ? { deadline: end, endsAt: end, remindAt: remindersBefore(expires ?? at, at) } : {}),
    resolvesAt: end ?? minutesAfter(at, LONGEST_MINUTES),
    ...(isTrouble ? { check: checkOfService(service, place, at) } : {}),
    actions: isWaiting ? decisionsOn(hook, place) : [],
    thread: service.arn,
  };
}

function remindersBefore(deadline: number, at: number): string[] {
  const moments = REMINDERS.map((minutes) => deadline - minutes * 60_000);
  return moments.filter((moment) => moment > at).map(isoTime);
}

/** As lines to run: buttons of chat products may not know the command yet. */
function decisionsOn(
  { serviceDeploymentArn, hookId }: HookState,
  { region }: Place,
): NonNullable<EcsAlert['actions']> {
  if (!isWord(serviceDeploymentArn) || !isWord(hookId)) return [];
  const command = (action: string) =>
    `aws ecs continue-service-deployment --region ${region} --service-deployment-arn ${serviceDeploymentArn} --hook-id ${hookId} --action ${action}`;
  return [
    { id: 'continue', label: 'Let it go on', command: command('CONTINUE') },
    { id: 'roll-back', label: 'Roll it back', command: command('ROLLBACK') },
  ];
}

/** Nothing that a shell would read as more than one word. */
function isWord(text: string | undefined): text is string {
  return text !== undefined && /^[\w:/.-]+$/.test(text);
}
