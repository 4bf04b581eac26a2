import { randomUUID } from 'node:crypto';
import { attempt, type TargetResult } from '#local/attempts.ts';
import type { Clock } from '#local/clock.ts';
import type { Schedule } from '#local/estate.ts';
import { type DeadLetter, toDeadLetter } from './dead-letter.ts';
import { scheduleInput } from './schedule-input.ts';

const FIRST_DELAY_SECONDS = 1;
const LONGEST_DELAY_SECONDS = 600;

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
export function deliver(
  schedule: Schedule,
  scheduledAt: number,
  options: DeliveryOptions,
): Promise<TargetResult> {
  const { clock, invoke, sendToDeadLetter } = options;
  const executionId = randomUUID();
  const execution = (number: number) => ({ schedule, scheduledAt, executionId, attempt: number });
  return attempt({
    clock,
    run: (number) => invoke(schedule, scheduleInput(execution(number))),
    pauseSeconds: (number) => Math.min(FIRST_DELAY_SECONDS * 2 ** (number - 1), LONGEST_DELAY_SECONDS),
    exhausted: (number) => exhaustedCondition(number, scheduledAt, options),
    giveUp: (failed, number, why) => {
      if (!schedule.deadLetterArn) return;
      sendToDeadLetter(schedule.deadLetterArn, toDeadLetter(execution(number), why, failed));
    },
  });
}

function exhaustedCondition(made: number, scheduledAt: number, { clock, retry }: DeliveryOptions) {
  const { maximumRetryAttempts = 185, maximumEventAgeSeconds = 86_400 } = retry ?? {};
  if (made > maximumRetryAttempts) return 'MaximumRetryAttempts';
  const ageSeconds = (clock.now() - scheduledAt) / 1000;
  return ageSeconds >= maximumEventAgeSeconds ? 'MaximumEventAgeInSeconds' : undefined;
}
