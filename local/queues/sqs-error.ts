import { AwsError } from '#local/proxy/aws-call.ts';

const NAMESPACE = 'com.amazonaws.sqs#';

/** The codes of the older query protocol, where they are not the exception's own name. */
const QUERY_CODES: Record<string, string> = {
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
};

/** An exception of the SQS model, by its name there. */
export function sqsError(name: string, message: string, status = 400): AwsError {
  return new AwsError(`${NAMESPACE}${name}`, message, status);
}

/** A parameter that SQS refuses: `InvalidParameterValue` is not in its model, so it has no namespace. */
export function invalidValue(parameter: string, value: unknown, reason: string): AwsError {
  return invalidParameter(`Value ${String(value)} for parameter ${parameter} is invalid. Reason: ${reason}`);
}

/** The same refusal where AWS does not name one parameter. */
export function invalidParameter(message: string): AwsError {
  return new AwsError('InvalidParameterValue', message);
}

/** A parameter that is not there. */
export function missingParameter(parameter: string): AwsError {
  return new AwsError('MissingParameter', `The request must contain the parameter ${parameter}.`);
}

/** Refuses a number outside the bounds that AWS documents; an absent one is fine. */
export function checkRange(parameter: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return;
  throw invalidValue(parameter, value, `Must be between ${least} and ${most}, if provided.`);
}

/** What `x-amzn-query-error` and the failed entries of a batch call an error. */
export function queryCode(code: string): string {
  const name = code.replace(NAMESPACE, '');
  return QUERY_CODES[name] ?? name;
}
