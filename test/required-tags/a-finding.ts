import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { BUCKET } from '#test/contracts/tags/a-policy.ts';

/** A bucket that lacks its owner and was told of. */
export function aFinding(over: Partial<TagFinding> = {}): TagFinding {
  return {
    account: '111122223333',
    region: 'eu-west-1',
    type: BUCKET,
    id: 'logs',
    name: 'logs',
    arn: 'arn:aws:s3:::logs',
    alert: 'tags/111122223333/one',
    owner: 'shop',
    status: 'open',
    violations: [{ key: 'Owner', problem: 'missing' }],
    openedAt: '2026-11-22T09:00:00.000Z',
    orderedBy: 1,
    version: 1,
    ...over,
  };
}
