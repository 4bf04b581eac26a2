import { AwsError } from '#local/proxy/aws-call.ts';

type Input = Record<string, unknown>;

const MOST_ARNS_TO_GET = 100;
const MOST_ARNS_TO_CHANGE = 20;
const MOST_TAGS = 50;
const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 50;

/** Fields of GetResources that ARNs do not stand beside. */
const BESIDE_ARNS = [
  'PaginationToken',
  'ResourcesPerPage',
  'TagsPerPage',
  'TagFilters',
  'ResourceTypeFilters',
];
const NOT_EMULATED = ['TagsPerPage', 'IncludeComplianceDetails', 'ExcludeCompliantResources'];

export const invalidTagging = (message: string) => new AwsError('InvalidParameterException', message);

export const expiredToken = () =>
  new AwsError('PaginationTokenExpiredException', 'A PaginationToken is valid for 15 minutes.');

/** A list that may be absent, of so many entries at most. */
export function listIn<Entry>(input: Input, name: string, most: number): Entry[] {
  const value = input[name] ?? [];
  if (!Array.isArray(value) || value.length > most)
    throw invalidTagging(`${name} must hold at most ${most} entries`);
  return value as Entry[];
}

/** Refuses what this counterpart would otherwise pass over in silence. */
export function refuseUnknown(input: Input): void {
  const field = NOT_EMULATED.find((name) => input[name] !== undefined && input[name] !== false);
  if (field && input['ResourceARNList'] === undefined)
    throw new AwsError('UnsupportedFeatureException', `${field} is not emulated`);
}

export function arnsToGet(input: Input): string[] | undefined {
  if (input['ResourceARNList'] === undefined) return undefined;
  const beside = BESIDE_ARNS.find((name) => isGiven(input[name]));
  if (beside) throw invalidTagging(`ResourceARNList cannot be given together with ${beside}`);
  return arnsIn(input, MOST_ARNS_TO_GET);
}

export const arnsToChange = (input: Input) => arnsIn(input, MOST_ARNS_TO_CHANGE);

export function pageSizeIn({ ResourcesPerPage = USUAL_PER_PAGE }: Input): number {
  const size = Number(ResourcesPerPage);
  if (!Number.isInteger(size) || size < 1 || size > MOST_PER_PAGE)
    throw invalidTagging(`ResourcesPerPage must be between 1 and ${MOST_PER_PAGE}`);
  return size;
}

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function tagsToPut({ Tags }: Input): Record<string, string> {
  const entries = typeof Tags === 'object' && Tags !== null ? Object.entries(Tags) : [];
  if (entries.length === 0 || entries.length > MOST_TAGS)
    throw invalidTagging(`Tags must hold 1 to ${MOST_TAGS} entries`);
  for (const [key, value] of entries) {
    refuseBadKey(key);
    if (typeof value !== 'string' || value.length > 256)
      throw invalidTagging('The value of a tag must be a text of at most 256 characters');
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

export function keysToRemove({ TagKeys }: Input): string[] {
  if (!Array.isArray(TagKeys) || TagKeys.length === 0 || TagKeys.length > MOST_TAGS)
    throw invalidTagging(`TagKeys must hold 1 to ${MOST_TAGS} entries`);
  const keys = TagKeys.map(String);
  for (const key of keys) refuseBadKey(key);
  return keys;
}

function refuseBadKey(key: string): void {
  if (key === '' || key.length > 128) throw invalidTagging('The key of a tag must have 1 to 128 characters');
  if (key.toLowerCase().startsWith('aws:'))
    throw invalidTagging('Keys that begin with aws: are kept for AWS and cannot be changed');
}

function arnsIn(input: Input, most: number): string[] {
  const arns = input['ResourceARNList'];
  if (!Array.isArray(arns) || arns.length === 0 || arns.length > most)
    throw invalidTagging(`ResourceARNList must hold 1 to ${most} ARNs`);
  const bad: unknown = arns.find((arn) => typeof arn !== 'string' || !/^arn:aws:[^:]+:[^:]*:\d*:./.test(arn));
  if (bad !== undefined) throw invalidTagging('ResourceARNList holds what is not the ARN of a resource here');
  return arns as string[];
}

/** An empty list or token is as good as none. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
