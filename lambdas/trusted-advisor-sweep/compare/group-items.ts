import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import { ITEM_STATUSES } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { isSameItem, type KeyedItem } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import { severityOfItem } from '#lambdas/contracts/trusted-advisor/item-severity.ts';

/** What the API says of one row, or of one that is still to be: several items of its own may be one. */
export type ItemGroup = {
  item: KeyedItem;
  severity: Severity | undefined;
  row: AdvisorRow | undefined;
};

export type RowIndex = {
  /** The row that an item is written to. */
  rowOf: (item: KeyedItem) => AdvisorRow | undefined;
  /** All rows that may mean the item. */
  same: (item: KeyedItem) => AdvisorRow[];
};

/** Finds rows of one check by items, without holding each against each: a check may flag thousands. */
export function indexRows(rows: readonly AdvisorRow[]): RowIndex {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const byApiId = Map.groupBy(
    rows.filter(({ apiId }) => apiId !== undefined),
    ({ apiId }) => apiId,
  );
  // What only events have told of so far.
  const unnamed = rows.filter(({ apiId }) => apiId === undefined);
  const same = (item: KeyedItem) => {
    const exact = byKey.get(item.key);
    const named = byApiId.get(item.apiId) ?? [];
    const alike = unnamed.filter((row) => isSameItem(row, item));
    return [...new Set([...(exact ? [exact] : []), ...named, ...alike])];
  };
  return {
    same,
    rowOf: (item) => byKey.get(item.key) ?? same(item).find(({ state }) => state === 'open') ?? same(item)[0],
  };
}

/** Brings together what is one row; of several items the worst counts. */
export function groupItems(
  items: readonly KeyedItem[],
  { rowOf }: Pick<RowIndex, 'rowOf'>,
  selection: Pick<AdvisorSelection, 'limits'>,
): ItemGroup[] {
  const groups = new Map<string, ItemGroup>();
  for (const item of items) {
    const row = rowOf(item);
    const group = { item, severity: severityOfItem(item, selection), row };
    const name = row?.key ?? item.key;
    const before = groups.get(name);
    if (!before || rankOf(group) < rankOf(before)) groups.set(name, group);
  }
  return [...groups.values()];
}

/** The less, the worse. */
function rankOf({ severity, item }: ItemGroup): number {
  const bySeverity = severity ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
  return bySeverity * ITEM_STATUSES.length + ITEM_STATUSES.indexOf(item.status);
}
