import { type RowData, textOf } from '#bin/commands/advisor/row-data.ts';
import { textTable } from '#bin/commands/command-line/text-table.ts';
import { READ_STATES, type ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { STANDING_WORDS } from '#lambdas/trusted-advisor-sweep/publish/standing-words.ts';

const COLUMNS = {
  SINCE: 'since',
  READ: 'read_at',
  CHECKS: 'checks_read',
  FAILED: 'checks_failed',
  REFRESHED: 'refreshed',
  RED: 'red',
  YELLOW: 'yellow',
} as const;
const NUMBERS = [4, 5, 6, 7, 8];
const DAY_LENGTH = 10;

/** How each account was read, those that were not first, with the way out. */
export function describeAccounts(accounts: readonly RowData[]): string[] {
  const rows = accounts.map((account) => [
    account['account_name']
      ? `${String(account['account_name'])} (${textOf(account, 'account_id')})`
      : textOf(account, 'account_id'),
    textOf(account, 'state'),
    ...Object.values(COLUMNS).map((name) => {
      const text = textOf(account, name);
      return name === 'since' || name === 'read_at' ? text.slice(0, DAY_LENGTH) : text;
    }),
  ]);
  return [
    ...textTable([['ACCOUNT', 'STATE', ...Object.keys(COLUMNS)], ...rows], NUMBERS),
    ...waysOut(accounts),
  ];
}

/** Those that were not read come first. */
export function compareAccounts(one: RowData, other: RowData): number {
  const rank = ({ state }: RowData) => Number(state === 'ok');
  const name = (account: RowData) => `${textOf(account, 'account_name')} ${textOf(account, 'account_id')}`;
  return rank(one) - rank(other) || (name(one) < name(other) ? -1 : 1);
}

function waysOut(accounts: readonly RowData[]): string[] {
  const states = READ_STATES.filter((state: ReadState) =>
    accounts.some((account) => account['state'] === state),
  );
  const lines = states.flatMap((state) => {
    const { why, wayOut } = STANDING_WORDS[state];
    return wayOut ? [`${state}: ${why}. ${wayOut}`] : [];
  });
  return lines.length > 0 ? ['', ...lines] : [];
}
