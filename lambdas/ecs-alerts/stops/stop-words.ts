import type { Severity } from '#lambdas/contracts/observation.ts';
import { exitWords } from '#lambdas/ecs-alerts/stops/exit-code.ts';
import { reasonHint } from '#lambdas/ecs-alerts/stops/reason-hint.ts';
import type { StopVerdict, Verdict } from '#lambdas/ecs-alerts/stops/stop-verdict.ts';
import type { TaskState } from '#lambdas/ecs-alerts/stops/task-state.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

/** Verdicts that are told. */
export type ToldVerdict = Exclude<Verdict, 'quiet' | 'rollout'>;

const NAME_LENGTH = 80;
const REASON_LENGTH = 600;

const SEVERITIES: Record<ToldVerdict, Severity> = {
  'out-of-memory': 'error',
  crash: 'error',
  'service-exit': 'warning',
  'cannot-start': 'error',
  unhealthy: 'error',
  spot: 'info',
  'host-gone': 'info',
  maintenance: 'info',
  user: 'info',
  scheduler: 'info',
  unknown: 'warning',
};

const ADVICE: Partial<Record<ToldVerdict, string>> = {
  'out-of-memory': 'Raise the memory of container or task, or find what fills it.',
  crash: 'Read the last lines of its log; go back to the former revision if this one is new.',
  'service-exit': 'A task of a service must not end: let its main process stay in the foreground.',
  'cannot-start': 'Read the reason: the task was never run.',
  unhealthy:
    'Compare the health check (path, port, time-outs, grace period) with how long the task takes to start.',
  spot: 'Nothing: ECS starts others where it finds room. Too many at once? Add On-Demand capacity.',
  'host-gone': 'Nothing, if the service has started others; else look for capacity.',
  scheduler: 'Read the reason: ECS replaced the tasks by itself.',
  unknown: 'Read the reason and the log of the task.',
  maintenance: 'Nothing, if the service may replace the task; AWS Health tells what is still to come.',
};

export function severityOfStop(verdict: ToldVerdict): Severity {
  return SEVERITIES[verdict];
}

/** `web: app runs out of memory`. `subject` is the service, the family, or the cluster. */
export function titleOfStop(
  subject: string,
  { verdict, culprit }: StopVerdict,
  { stopCode }: TaskState,
): string {
  const name = oneLine(culprit?.name ?? '', NAME_LENGTH);
  const words: Record<ToldVerdict, string> = {
    'out-of-memory': `${name || 'a container'} runs out of memory`,
    crash: `${name || 'a container'} exits with ${culprit?.exitCode ?? 'an error'}`,
    'service-exit': 'tasks end by themselves',
    'cannot-start': 'tasks cannot start',
    unhealthy: 'tasks fail their health checks',
    spot: 'Spot interruptions',
    'host-gone': 'tasks lost their host',
    maintenance: 'AWS replaces tasks for maintenance',
    user: 'task stopped by a person or a program',
    scheduler: 'ECS replaces tasks',
    unknown: `task stopped${stopCode ? ` (${oneLine(stopCode, NAME_LENGTH)})` : ''}`,
  };
  return `${oneLine(subject, NAME_LENGTH)}: ${words[verdict as ToldVerdict]}`;
}

/** The container and its exit code in words, then what ECS says. */
export function causeOfStop({ culprit }: StopVerdict, { stoppedReason }: TaskState): string[] {
  const { name, exitCode, reason } = culprit ?? {};
  const container = name ? `Container ${oneLine(name, NAME_LENGTH)}` : '';
  const exit = exitCode === undefined ? '' : exitWords(exitCode);
  return [
    container && exit ? `${container} ${exit}.` : container && reason ? `${container} failed.` : '',
    reason ? `Its reason: ${oneLine(reason, REASON_LENGTH)}` : '',
    stoppedReason ? `ECS says: ${oneLine(stoppedReason, REASON_LENGTH)}` : '',
  ];
}

/** What to do: by the reason that ECS gives, else by the verdict. */
export function adviceOnStop(
  { verdict, culprit }: StopVerdict,
  { stoppedReason }: TaskState,
): string | undefined {
  return reasonHint(stoppedReason, culprit?.reason) ?? ADVICE[verdict as ToldVerdict];
}
