import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorNews } from '#lambdas/trusted-advisor-alerts/advisor-news.ts';
import { alertKeyOf } from '#lambdas/trusted-advisor-alerts/alert-key.ts';
import type { ItemDecision } from '#lambdas/trusted-advisor-alerts/decide-item.ts';

export type RowChange = {
  decision: ItemDecision;
  news: AdvisorNews;
  row: AdvisorRow | undefined;
  owner: string | undefined;
  now: Date;
};

/** The row that a decision leads to; undefined where nothing is to be written. `version` is left to the writer. */
export function toRow({ decision, news, row, owner, now }: RowChange): AdvisorRow | undefined {
  const { account, check, at } = news;
  if (decision.kind === 'drop') {
    // An item that is over and is seen to be so later: what comes late must still be known for late.
    return row && decision.reason !== 'outdated' && at > row.orderedBy
      ? { ...row, orderedBy: at }
      : undefined;
  }
  if (decision.kind === 'ends') {
    const endedAt = now.toISOString();
    return row && { ...row, state: 'over', ending: decision.ending, endedAt, orderedBy: at };
  }
  if (!('item' in news)) return undefined;
  const known = row?.state === 'open' ? row : undefined;
  const { severity, telling } = decision;
  const isToldBefore = known?.telling === 'told';
  const whose = isToldBefore ? known.owner : owner;
  const alert = isToldBefore ? known.alert : alertKeyOf(account, check, whose);
  const hasMoved = row?.pending && row.alert !== alert;
  return {
    // An event knows the ARN, the API its own id: the row keeps both.
    ...row,
    ...news.item,
    // A row keeps the name under which it was made, whatever it is called by others.
    key: row?.key ?? news.item.key,
    account,
    check,
    severity,
    telling,
    state: 'open',
    ending: undefined,
    endedAt: undefined,
    alert,
    ...(hasMoved ? { formerAlert: row.alert } : {}),
    owner: whose,
    openedAt: known?.openedAt ?? now.toISOString(),
    orderedBy: at,
    version: row?.version ?? 0,
  };
}

/** Whether people learn something by it: that it opened, got worse or milder, or ended. */
export function isNews(after: AdvisorRow, before: AdvisorRow | undefined): boolean {
  const wasTold = before?.telling === 'told' && before.state === 'open';
  if (after.telling !== 'told') return false;
  if (after.state === 'over') return wasTold;
  return !wasTold || after.severity !== before.severity;
}
