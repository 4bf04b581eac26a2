import type { Row } from '#lambdas/contracts/report.ts';
import type { CountedAccount } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { accountCells } from '#lambdas/trusted-advisor-sweep/publish/item-rows.ts';

/** How an account was read, as a row of `ADVISOR_ACCOUNTS`. What was never read has no counts: they are not 0. */
export function accountRow(date: string, { account, standing, count }: CountedAccount): Row {
  const { state, since, readAt = null, counts } = standing;
  return [
    ...accountCells(date, account),
    state,
    since,
    readAt,
    counts?.watched ?? null,
    counts?.read ?? null,
    counts?.failed ?? null,
    counts?.notAvailable ?? null,
    counts?.refreshed ?? null,
    count?.red ?? null,
    count?.yellow ?? null,
    count?.info ?? null,
    counts?.excluded ?? null,
    count?.savings ?? null,
  ];
}
