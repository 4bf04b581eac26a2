import { type Execution, scheduledTime, scheduleInput } from './schedule-input.ts';

/** A message for the dead-letter queue, in the shape that a queue takes. */
export type DeadLetter = {
  body: string;
  attributes: Record<string, { DataType: 'String'; StringValue: string }>;
};

/**
 * What EventBridge Scheduler keeps of an execution it gave up on: the target's input, and why.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
 */
export function toDeadLetter(
  execution: Execution,
  exhausted: string,
  { errorType, errorMessage }: { errorType?: string; errorMessage?: string },
): DeadLetter {
  const values = {
    ERROR_CODE: errorType || 'TargetError',
    ERROR_MESSAGE: errorMessage || 'The target gave no reason',
    EXECUTION_ID: execution.executionId,
    EXHAUSTED_RETRY_CONDITION: exhausted,
    IS_PAYLOAD_TRUNCATED: 'false',
    RETRY_ATTEMPTS: String(execution.attempt - 1),
    SCHEDULED_TIME: scheduledTime(execution.scheduledAt),
    SCHEDULE_ARN: execution.schedule.arn,
    TARGET_ARN: execution.schedule.targetArn,
  };
  const attributes = Object.entries(values).map(
    ([name, StringValue]) => [name, { DataType: 'String' as const, StringValue }] as const,
  );
  return { body: scheduleInput(execution), attributes: Object.fromEntries(attributes) };
}
