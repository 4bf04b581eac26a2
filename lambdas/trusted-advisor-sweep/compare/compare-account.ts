import type { AccountStanding, AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { type CheckDifference, compareCheck } from '#lambdas/trusted-advisor-sweep/compare/compare-check.ts';
import { type EndedRow, endRows } from '#lambdas/trusted-advisor-sweep/compare/end-rows.ts';
import type { Catalogue } from '#lambdas/trusted-advisor-sweep/read/catalogue.ts';
import type { CheckReading, ChecksReading } from '#lambdas/trusted-advisor-sweep/read/read-checks.ts';

export type AccountCase = {
  account: string;
  reading: Pick<ChecksReading, 'answered'>;
  rows: readonly AdvisorRow[];
  catalogue: Catalogue;
  /** How reading the account went before. */
  standing: Pick<AccountStanding, 'baselineAt' | 'checks'> | undefined;
  selection: AdvisorSelection;
  now: Date;
};

export type AccountDifference = {
  checks: { reading: CheckReading; difference: CheckDifference }[];
  ended: EndedRow[];
};

/** What the table of items does not know yet of an account. */
export function compareAccount(one: AccountCase): AccountDifference {
  const { account, reading, rows, catalogue, standing, selection, now } = one;
  const byCheck = Map.groupBy(rows, ({ check }) => check.id ?? '');
  const byName = Map.groupBy(
    (byCheck.get('') ?? []).filter(({ state }) => state === 'open'),
    ({ check }) => catalogue.named(check.name)?.id ?? '',
  );
  const known = new Set(standing?.checks);
  const isFirst = standing?.baselineAt === undefined;
  const checks = [...reading.answered.values()].map((checkReading) => {
    const { check, at, items } = checkReading;
    const difference = compareCheck({
      account,
      check,
      at,
      items,
      rows: byCheck.get(check.id) ?? [],
      namedRows: byName.get(check.id) ?? [],
      isNew: isFirst || !known.has(check.id),
      selection,
      now,
    });
    return { reading: checkReading, difference };
  });
  return { checks, ended: endRows(rows, catalogue, reading.answered, selection) };
}
