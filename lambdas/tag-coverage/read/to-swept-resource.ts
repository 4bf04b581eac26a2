import { readTags } from '#lambdas/contracts/tags/read-tags.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';

/** Reads a row of the aggregator, which is JSON. One without account, Region, type or id is an error: it would go uncounted. */
export function toSweptResource(row: string): SweptResource {
  const item = parse(row);
  const text = (name: string) => (typeof item[name] === 'string' ? item[name] : '');
  const [account, region, type, id] = ['accountId', 'awsRegion', 'resourceType', 'resourceId'].map(text);
  if (!account || !region || !type || !id) {
    const missing = { account, region, type, id };
    const fields = { missing: Object.entries(missing).flatMap(([name, value]) => (value ? [] : [name])) };
    throw new PermanentError('A row of the aggregator names no resource', { fields });
  }
  const configuration = item['configuration'];
  return {
    account,
    region,
    type,
    id,
    name: text('resourceName') || undefined,
    arn: text('arn') || undefined,
    createdAt: toMoment(item['resourceCreationTime']),
    tags: readTags({ tags: item['tags'] }),
    configuration:
      configuration !== null && typeof configuration === 'object'
        ? (configuration as Record<string, unknown>)
        : undefined,
  };
}

function parse(row: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(row);
    if (value !== null && typeof value === 'object') return value as Record<string, unknown>;
  } catch {
    // The parser's own message quotes the row, which holds tags.
  }
  throw new PermanentError('A row of the aggregator is unreadable');
}

/** AWS gives a text, or a number of seconds or milliseconds. */
function toMoment(value: unknown): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const moment = new Date(typeof value === 'number' && value < 1e11 ? value * 1000 : value);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
