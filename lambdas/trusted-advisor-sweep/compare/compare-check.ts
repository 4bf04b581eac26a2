import type { AdvisorRow, Ending, KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import type { KeyedItem } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import { muteOf } from '#lambdas/contracts/trusted-advisor/item-mute.ts';
import { groupItems, type ItemGroup, indexRows } from '#lambdas/trusted-advisor-sweep/compare/group-items.ts';
import type { ReadItem } from '#lambdas/trusted-advisor-sweep/read/to-read-item.ts';

export type CheckCase = {
  account: string;
  check: KnownCheck;
  /** When Trusted Advisor looked, ISO 8601. */
  at: string;
  items: readonly ReadItem[];
  /** Of the check under its id. */
  rows: readonly AdvisorRow[];
  /** Open ones under a name of the check, from before its id was known. */
  namedRows: readonly AdvisorRow[];
  /** The account was not read before, or the check not in it. */
  isNew: boolean;
  selection: AdvisorSelection;
  now: Date;
};

export type Ended = { key: string; ending: Ending };

/** What the table does not know yet. `wasThere`: seen, too, and new to Reeve alone. */
export type CheckDifference = { seen: KeyedItem[]; wasThere: KeyedItem[]; ended: Ended[] };

/** Holds what the API says of a check against the rows of the account: what differs is to be told. */
export function compareCheck(one: CheckCase): CheckDifference {
  const { check, items, rows, namedRows, selection } = one;
  const index = indexRows(rows);
  const told = indexRows(namedRows.filter(({ telling }) => telling === 'told'));
  const difference: CheckDifference = { seen: [], wasThere: [], ended: [] };
  const flagged = items.filter(({ state }) => state === 'flagged').map(({ item }) => item);
  for (const group of groupItems(flagged, index, selection)) {
    if (!differs(group, one, check)) continue;
    const isKnown = group.row !== undefined || told.rowOf(group.item) !== undefined;
    (one.isNew && !isKnown ? difference.wasThere : difference.seen).push(group.item);
  }
  difference.ended.push(...endedRows(one, index.same));
  return difference;
}

function differs({ item, severity, row }: ItemGroup, one: CheckCase, check: KnownCheck): boolean {
  const { account, at, selection, now } = one;
  const isTrouble = severity !== undefined && selection.severities.includes(severity);
  if (!row) return isTrouble;
  if (isOutdated(row, at)) return false;
  if (row.state === 'over') return isTrouble;
  if (item.status === 'ok') return false;
  if (severity !== row.severity || item.status !== row.status) return true;
  if (!isTrouble) return true;
  return (
    row.telling === 'muted' && muteOf(selection.mutes, { account, check, item, severity }, now) === undefined
  );
}

/** Open rows that no item stands for any more. */
function endedRows({ items, rows, at }: CheckCase, same: (item: KeyedItem) => AdvisorRow[]): Ended[] {
  const endings = new Map<AdvisorRow, Ending | undefined>();
  for (const one of items) {
    for (const row of same(one.item)) {
      const before = endings.has(row) ? [endings.get(row)] : [];
      endings.set(row, leastOver([...before, endingOf(one)]));
    }
  }
  return rows
    .filter((row) => row.state === 'open' && !isOutdated(row, at))
    .flatMap((row) => {
      const ending = endings.has(row) ? endings.get(row) : 'gone';
      return ending ? [{ key: row.key, ending }] : [];
    });
}

/** Undefined: it still stands. */
function endingOf({ item, state }: ReadItem): Ending | undefined {
  if (state === 'excluded') return 'excluded';
  return state === 'flagged' && item.status === 'ok' ? 'ok' : undefined;
}

/** Of several items that are one row: it stands as long as one of them does. */
function leastOver(endings: (Ending | undefined)[]): Ending | undefined {
  return endings.includes(undefined) ? undefined : endings.includes('excluded') ? 'excluded' : 'ok';
}

/** An event told later than the API's result was made. */
function isOutdated({ orderedBy }: AdvisorRow, at: string): boolean {
  return Date.parse(at) < orderedBy;
}
