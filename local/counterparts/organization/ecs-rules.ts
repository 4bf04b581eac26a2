import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import { pageOf } from './paging.ts';

export type EcsInput = Record<string, unknown>;

export const LAUNCH_TYPES = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'];

const MOST_RESULTS = 100;
const PAGING = { pageSize: MOST_RESULTS, emptyPages: false, badToken: 'InvalidParameterException' };

export const invalidParameter = (message: string) => new AwsError('InvalidParameterException', message);

/** Refuses what this counterpart would otherwise pass over in silence. */
export function refuseFields(input: EcsInput, fields: string[]): void {
  const field = fields.find((candidate) => input[candidate] !== undefined);
  if (field) throw new AwsError('UnsupportedFeatureException', `${field} is not emulated`);
}

/** A field that has one of some values, if any. */
export function choiceIn(input: EcsInput, field: string, choices: string[]): string | undefined {
  const value = input[field];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && choices.includes(value)) return value;
  throw invalidParameter(`${field} should be one of [${choices.join(',')}]`);
}

/** Says of each thing that may be asked for beside the rest whether it is. */
export function included<Choice extends string>(
  { include = [] }: EcsInput,
  choices: Choice[],
): (choice: Choice) => boolean {
  const asked: unknown[] = Array.isArray(include) ? include : [include];
  for (const choice of asked) choiceIn({ include: choice }, 'include', choices);
  return (choice) => asked.includes(choice);
}

/** How many of something may be asked for at once, and what ECS calls them when it refuses none or too many. */
export type Several = { most: number; none: string; many: string };

/** The things that are to be described, one at least. */
export function severalIn(value: unknown, { most, none, many }: Several): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidParameter(`${none} cannot be empty.`);
  if (value.length > most) throw invalidParameter(`${many} can have at most ${most} items.`);
  return value;
}

/** A page of ARNs. */
export function listed(
  name: string,
  arns: string[],
  { nextToken, maxResults = MOST_RESULTS, ...input }: EcsInput,
  call: AwsCall,
) {
  const isGood =
    Number.isInteger(maxResults) && Number(maxResults) >= 1 && Number(maxResults) <= MOST_RESULTS;
  if (!isGood) throw invalidParameter(`maxResults must be between 1 and ${MOST_RESULTS}`);
  const asked = { ...input, MaxResults: maxResults, NextToken: nextToken };
  const { page, NextToken } = pageOf(arns, asked, call, PAGING);
  return { [name]: page, ...(NextToken ? { nextToken: NextToken } : {}) };
}
