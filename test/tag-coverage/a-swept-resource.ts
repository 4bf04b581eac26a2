import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';
import { BUCKET } from '#test/tag-coverage/a-policy.ts';

export const SHOP = '111122223333';
export const BANK = '444455556666';
export const GOOD = { Owner: 'shop', Environment: 'prod' };

/** A bucket that lacks nothing, changed as given. */
export function aSweptResource(over: Partial<SweptResource> = {}): SweptResource {
  const { id = 'cart' } = over;
  return {
    account: SHOP,
    region: 'eu-central-1',
    type: BUCKET,
    id,
    name: id,
    arn: `arn:aws:s3:::${id}`,
    createdAt: '2026-10-01T10:00:00.000Z',
    tags: GOOD,
    configuration: undefined,
    ...over,
  };
}

/** As the aggregator writes it. */
export function toRow({
  account,
  region,
  type,
  id,
  name,
  arn,
  createdAt,
  tags,
  configuration,
}: SweptResource): string {
  return JSON.stringify({
    accountId: account,
    awsRegion: region,
    resourceType: type,
    resourceId: id,
    resourceName: name,
    arn,
    resourceCreationTime: createdAt,
    tags: Object.entries(tags).map(([key, value]) => ({ key, value, tag: `${key}=${value}` })),
    ...(configuration ? { configuration } : {}),
  });
}
