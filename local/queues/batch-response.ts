/**
 * The messages of a batch that a function's answer names as failed. No answer or no list means none; an
 * answer that Lambda cannot read, or a message it did not send, means all of them.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function failedMessageIds(payload: unknown, messageIds: string[]): string[] {
  if (payload === null || payload === undefined) return [];
  if (typeof payload !== 'object' || Array.isArray(payload)) return messageIds;
  const { batchItemFailures: failures = null } = payload as { batchItemFailures?: unknown };
  if (failures === null) return [];
  if (!Array.isArray(failures)) return messageIds;
  const failed = failures.map((failure: { itemIdentifier?: unknown } | null) => failure?.itemIdentifier);
  return failed.every((id) => typeof id === 'string' && messageIds.includes(id))
    ? (failed as string[])
    : messageIds;
}
