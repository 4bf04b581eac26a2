import type { ItemStatus } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { itemKey, type KeyedItem } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import { readItem } from '#lambdas/contracts/trusted-advisor/read-item.ts';
import type { FlaggedResource } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';

/** `excluded`: people said that it is none; `unknown`: Trusted Advisor could not look, and nothing follows from it. */
export type ReadItem = { item: KeyedItem; state: 'flagged' | 'excluded' | 'unknown' };

const STATUSES: Record<string, ItemStatus> = { error: 'error', warning: 'warning', ok: 'ok' };
const NOT_AVAILABLE = 'not_available';

/** Makes an item of what a check flags: its columns by their labels, its status by its own word and by no column. */
export function toReadItem(
  { id, status, region, isSuppressed, metadata }: FlaggedResource,
  columns: readonly (string | null)[],
): ReadItem {
  const item = readItem({
    // One that AWS has still to make is the mildest.
    status: STATUSES[status] ?? 'info',
    apiId: id,
    region,
    columns: labelled(columns, metadata),
  });
  const state = isSuppressed ? 'excluded' : status === NOT_AVAILABLE ? 'unknown' : 'flagged';
  return { item: { ...item, key: itemKey(item) }, state };
}

/** Of two columns of one label the first counts. */
function labelled(
  columns: readonly (string | null)[],
  metadata: readonly (string | null)[],
): Record<string, string | null> {
  const pairs = columns.flatMap((label, place): [string, string | null][] =>
    label === null || metadata[place] === undefined || columns.indexOf(label) < place
      ? []
      : [[label, metadata[place]]],
  );
  return Object.fromEntries(pairs);
}
