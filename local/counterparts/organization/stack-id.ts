import { createHash } from 'node:crypto';

/** An id as CloudFormation makes them, the same for the same text. */
export function uuidOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return digits.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The ARN of a stack, which CloudFormation calls its id. */
export function stackId(account: string, region: string, name: string): string {
  return `arn:aws:cloudformation:${region}:${account}:stack/${name}/${uuidOf(`${account}/${region}/${name}`)}`;
}
