import type { Function } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

export type MissedRunsProps = {
  /** How often a run that failed is tried again. */
  retries: number;
  /** Where a run is left that failed for good. */
  missedRuns: IQueue;
};

/** Leaves what a function fails at in the missed runs, whoever it was that did not wait for its answer. */
export function leaveMissedRuns(fn: Function, { retries, missedRuns }: MissedRunsProps): void {
  fn.configureAsyncInvoke({ onFailure: new SqsDestination(missedRuns), retryAttempts: retries });
}
