import { AwsError } from '#local/proxy/aws-call.ts';

const MOST = 100;

/** How many entries a page of AWS Config may have: 0 is as if nothing was said. */
export function pageLimit(input: Record<string, unknown>, field: string, usual = MOST): number {
  const value = input[field] ?? 0;
  if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > MOST)
    throw new AwsError('InvalidLimitException', `${field} must be between 0 and ${MOST}`);
  return value === 0 ? usual : Number(value);
}
