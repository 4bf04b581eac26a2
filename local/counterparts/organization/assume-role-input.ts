import { AwsError } from '#local/proxy/aws-call.ts';
import type { Identity } from './identities.ts';
import type { QueryInput } from './query-protocol.ts';

const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 43_200;
/** Of a role that assumes a role, as every function does. */
const LONGEST_CHAINED_SECONDS = 3600;

export type AssumeRoleInput = { roleArn: string; session: string; externalId?: string; seconds: number };

/** What AssumeRole asks for. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export function assumeRoleInput(input: QueryInput, { arn }: Identity): AssumeRoleInput {
  const { RoleArn: roleArn = '', RoleSessionName: session = '', ExternalId: externalId } = input;
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/.+/.test(roleArn)) throw invalid(`${roleArn} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(session))
    throw invalid('roleSessionName must have 2 to 64 characters of \\w+=,.@-');
  if (externalId !== undefined && !/^[\w+=,.@:/-]{2,1224}$/.test(externalId))
    throw invalid('externalId must have 2 to 1224 characters of \\w+=,.@:/-');
  const seconds = Number(input['DurationSeconds'] ?? 3600);
  if (!(seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS))
    throw invalid(`durationSeconds must be ${SHORTEST_SECONDS} to ${LONGEST_SECONDS}`);
  if (seconds > LONGEST_CHAINED_SECONDS && /:role\//.test(arn))
    throw invalid('The requested DurationSeconds exceeds the 1 hour session limit for role chaining');
  return { roleArn, session, seconds, ...(externalId === undefined ? {} : { externalId }) };
}

const invalid = (message: string) => new AwsError('ValidationError', message);
