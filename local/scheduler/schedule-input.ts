import type { Schedule } from '#local/estate.ts';

/** One due moment of a schedule on its way to the target; `attempt` counts from 1. */
export type Execution = { schedule: Schedule; scheduledAt: number; executionId: string; attempt: number };

/**
 * The input of an execution, with the values that EventBridge Scheduler puts in place of its keywords.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function scheduleInput({ schedule, scheduledAt, executionId, attempt }: Execution): string {
  return schedule.input
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime(scheduledAt))
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));
}

/** A moment as EventBridge Scheduler writes it: whole seconds, UTC. */
export function scheduledTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
