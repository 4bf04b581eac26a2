import { randomUUID } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { Schedule } from '#local/estate.ts';
import { type DeadLetter, toDeadLetter } from './dead-letter.ts';
import { type Execution, scheduleInput } from './schedule-input.ts';

const FIRST_DELAY_SECONDS = 1;
const LONGEST_DELAY_SECONDS = 600;

/** How a target took an invocation. */
export type TargetResult = { status: 'ok' } | { status: 'error'; errorType?: string; errorMessage?: string };

export type DeliveryOptions = {
  clock: Clock;
  /** Hands the input, a text, to the schedule's target. */
  invoke: (schedule: Schedule, input: string) => Promise<TargetResult>;
  sendToDeadLetter: (deadLetterArn: string, message: DeadLetter) => void;
  /** AWS's defaults unless told: 185 attempts after the first, within 24 hours. */
  retry?: RetryPolicy;
};
type RetryPolicy = { maximumRetryAttempts: number; maximumEventAgeSeconds: number };

/** Invokes a target, again and again with growing pauses if it fails, and gives up into the dead letters. */
export function deliver(schedule: Schedule, scheduledAt: number, options: DeliveryOptions) {
  return attempt({ schedule, scheduledAt, executionId: randomUUID(), attempt: 1 }, options);
}

async function attempt(execution: Execution, options: DeliveryOptions): Promise<TargetResult> {
  const { clock, invoke, sendToDeadLetter } = options;
  const result = await invoke(execution.schedule, scheduleInput(execution));
  if (result.status === 'ok') return result;
  const exhausted = exhaustedCondition(execution, options);
  if (!exhausted) {
    const again = { ...execution, attempt: execution.attempt + 1 };
    clock.timer(clock.now() + delaySeconds(execution) * 1000, () => void attempt(again, options));
  } else if (execution.schedule.deadLetterArn) {
    const message = toDeadLetter(execution, exhausted, result);
    sendToDeadLetter(execution.schedule.deadLetterArn, message);
  }
  return result;
}

function exhaustedCondition({ attempt: made, scheduledAt }: Execution, { clock, retry }: DeliveryOptions) {
  const { maximumRetryAttempts = 185, maximumEventAgeSeconds = 86_400 } = retry ?? {};
  if (made > maximumRetryAttempts) return 'MaximumRetryAttempts';
  const ageSeconds = (clock.now() - scheduledAt) / 1000;
  return ageSeconds >= maximumEventAgeSeconds ? 'MaximumEventAgeInSeconds' : undefined;
}

function delaySeconds({ attempt: made }: Execution): number {
  return Math.min(FIRST_DELAY_SECONDS * 2 ** (made - 1), LONGEST_DELAY_SECONDS);
}
