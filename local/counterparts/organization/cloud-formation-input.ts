import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import { pageOf } from './paging.ts';
import type { QueryInput } from './query-protocol.ts';

const PAGE_SIZE = 100;

/** What CloudFormation says of a value outside its model. */
export function badValue(name: string, value: string | undefined, constraint: string): AwsError {
  const where = `Value ${value === undefined ? 'null' : `'${value}'`} at '${name}' failed to satisfy constraint`;
  return new AwsError('ValidationError', `1 validation error detected: ${where}: Member must ${constraint}`);
}

export function requiredText(input: QueryInput, name: string): string {
  const value = input[name];
  if (!value) throw badValue(name, undefined, 'not be null');
  return value;
}

/** A page of a list, of a hundred entries unless fewer are asked for. */
export function pageOfInput<Item>(items: Item[], input: QueryInput, call: AwsCall) {
  const { MaxResults = String(PAGE_SIZE) } = input;
  const size = Number(MaxResults);
  if (!(size >= 1)) throw badValue('maxResults', MaxResults, 'have value greater than or equal to 1');
  if (size > PAGE_SIZE)
    throw badValue('maxResults', MaxResults, `have value less than or equal to ${PAGE_SIZE}`);
  const paging = { pageSize: PAGE_SIZE, emptyPages: false, badToken: 'ValidationError' };
  return pageOf(items, { ...input, MaxResults: size }, call, paging);
}
