import { randomUUID } from 'node:crypto';
import { attempt, type TargetResult } from '#local/attempts.ts';
import type { Clock } from '#local/clock.ts';
import type { LambdaFunction } from '#local/estate.ts';

const PAUSE_SECONDS = 60;

type Options = {
  functions: LambdaFunction[];
  clock: Clock;
  /** Must not throw. */
  invoke: (functionArn: string, event: unknown) => Promise<TargetResult>;
  sendToDestination: (queueArn: string, body: string) => void;
};

/**
 * Takes an event for a function and waits for nothing. What fails is tried again after one minute, then two, as often as
 * the function says, and goes to its destination for failures in the end.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function asynchronousInvocations({ functions, clock, invoke, sendToDestination }: Options) {
  return (functionArn: string, event: unknown): void => {
    const target = functions.find(({ arn }) => arn === functionArn);
    if (!target) throw new Error(`No function ${functionArn}`);
    const requestId = randomUUID();
    void attempt({
      clock,
      run: () => invoke(functionArn, event),
      pauseSeconds: (number) => number * PAUSE_SECONDS,
      exhausted: (number) => (number > target.maximumRetryAttempts ? 'RetriesExhausted' : undefined),
      giveUp: ({ errorType, errorMessage }, approximateInvokeCount, condition) => {
        if (!target.onFailureArn) return;
        const record = {
          version: '1.0',
          timestamp: new Date(clock.now()).toISOString(),
          requestContext: {
            requestId,
            functionArn: `${functionArn}:$LATEST`,
            condition,
            approximateInvokeCount,
          },
          requestPayload: event,
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
          responsePayload: { errorType, errorMessage },
        };
        sendToDestination(target.onFailureArn, JSON.stringify(record));
      },
    });
  };
}
