import type { Row } from '#lambdas/contracts/report.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';

const STACK_TAG = 'aws:cloudformation:stack-name';

export type ViolationContext = { date: string; account: Account; ownerKey: string };

/** What a resource violates, as rows of `TAG_VIOLATIONS`: one for each key. */
export function violationRows(
  resource: SweptResource,
  violations: readonly TagViolation[],
  { date, account, ownerKey }: ViolationContext,
): Row[] {
  const { region, type, id, name = null, arn = null, tags, createdAt = null } = resource;
  const place = [date, account.id, account.name ?? '', account.ou ?? '', region, type];
  const stack = tags[STACK_TAG] ?? null;
  const owner = ownerIn(tags, ownerKey) ?? account.owner ?? null;
  return violations.map(({ key, problem, found = null, nearMiss = null }) => [
    ...place,
    id,
    name,
    arn,
    stack,
    owner,
    key,
    problem,
    found,
    nearMiss,
    createdAt,
  ]);
}

/** However its key is written: an owner that is hard to find is better than none. */
function ownerIn(tags: Record<string, string>, ownerKey: string): string | undefined {
  const wanted = ownerKey.toLowerCase();
  const keys = Object.keys(tags).filter((key) => key.toLowerCase() === wanted && tags[key]?.trim());
  const key = keys.includes(ownerKey) ? ownerKey : keys.sort()[0];
  return key === undefined ? undefined : tags[key]?.trim();
}
