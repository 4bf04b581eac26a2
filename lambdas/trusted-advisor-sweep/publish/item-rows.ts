import type { Cell, Row } from '#lambdas/contracts/report.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import { itemSavings } from '#lambdas/trusted-advisor-sweep/count/item-savings.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

/** The first cells of both tables. */
export function accountCells(date: string, { id, name = '', ou = '', owner }: Account): Cell[] {
  return [date, id, name, ou, owner ?? null];
}

/** What is flagged in an account, as rows of `ADVISOR_ITEMS`. */
export function itemRows(date: string, account: Account, { readAt, items }: Snapshot): Row[] {
  const place = accountCells(date, account);
  return items.map((flagged) => {
    const { check, item, severity = null, firstSeen, mutedBy = null } = flagged;
    const { used = null, amount = null, percent = null } = limitUseOf(item.fields) ?? {};
    return [
      ...place,
      readAt,
      check.id,
      check.name,
      check.category,
      item.status,
      severity,
      item.region ?? null,
      item.resourceId ?? itemName(item),
      used,
      amount,
      percent,
      itemSavings(flagged) ?? null,
      firstSeen,
      mutedBy,
      JSON.stringify(item.fields),
    ];
  });
}
