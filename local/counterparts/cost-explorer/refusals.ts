import { AwsError } from '#local/proxy/aws-call.ts';

/** What Cost Explorer says of a question that it does not take. */
export const invalid = (message: string) => new AwsError('ValidationException', message);

export const denied = (message: string) => new AwsError('AccessDeniedException', message);

/** What AWS's own check of the model says of a member that is required. */
export const missing = (member: string) =>
  invalid(
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
