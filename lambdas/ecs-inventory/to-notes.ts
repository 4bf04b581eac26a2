import { type Unread } from '#lambdas/ecs-inventory/read-account.ts';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';

/** What a reader of the table must know: which accounts and Regions are not in it, and why. */
export function toNotes(unread: readonly Unread[]): string[] {
  const byReason = Map.groupBy(unread, ({ error }) => reasonOf(error));
  return [...byReason].map(
    ([reason, some]) => `Not in this table, since ${reason}: ${some.map(placeOf).join(', ')}.`,
  );
}

export function reasonOf(error: unknown): string {
  if (error instanceof NoReaderRoleError) return 'they have no role that the hub may read them with';
  return `reading them failed with ${error instanceof Error ? error.name : 'an unknown error'}`;
}

function placeOf({ account: { id, name }, region }: Unread): string {
  const account = name ? `${name} (${id})` : id;
  return region ? `${account} in ${region}` : account;
}
