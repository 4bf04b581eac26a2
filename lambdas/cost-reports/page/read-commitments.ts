import { OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import type { Commitments, CommitmentUse } from '#lambdas/cost-reports/page/page-data.ts';
import { type PageMonths, readWhole } from '#lambdas/cost-reports/page/read-comparable.ts';
import { readRecords, type Stored } from '#lambdas/cost-reports/page/sum-table.ts';

const TABLES = {
  spCoverage: 'sp-coverage',
  spUtilization: 'sp-utilization',
  riCoverage: 'ri-coverage',
  riUtilization: 'ri-utilization',
  recommendations: 'ri-recommendations',
} as const;

/** Coverage and utilization of the month, and which accounts pay for commitments and use them. */
export async function readCommitments(store: Stored, months: PageMonths): Promise<Commitments> {
  const found: Commitments = {};
  for (const [part, table] of Object.entries(TABLES) as [
    keyof typeof TABLES,
    (typeof TABLES)[keyof typeof TABLES],
  ][]) {
    const records = await readRecords(store, OWN_TABLES[table], months.month);
    if (records) found[part] = records;
  }
  const use = await readUse(store, months, months.basis.startsWith('net_') ? 'net_' : '');
  return { ...found, ...(use && { use }) };
}

/**
 * What was paid, from unblended costs, as fees are billed; what was used, from amortized costs, where covered
 * usage has the price of the commitment, not that of on-demand: so the two can be compared.
 */
async function readUse(
  store: Stored,
  { month, days }: PageMonths,
  net: 'net_' | '',
): Promise<CommitmentUse[] | undefined> {
  const options = { by: ['account', 'measure'], first: days ? 'DAILY' : 'MONTHLY' } as const;
  const billed = await readWhole(store, 'commitment-use', month, { basis: `${net}unblended`, ...options });
  const spread = await readWhole(store, 'commitment-use', month, { basis: `${net}amortized`, ...options });
  if (!billed || !spread) return undefined;
  const accounts = new Map<string, CommitmentUse>();
  const useOf = ([account = '']: readonly string[], name: string) => {
    const use = accounts.get(account) ?? { account, name, paid: 0n, upfront: 0n, used: 0n };
    accounts.set(account, use);
    return use;
  };
  for (const { cells, name, amount } of billed.sums) {
    if (cells[1] === 'recurring_fee') useOf(cells, name).paid += amount;
    if (cells[1] === 'upfront_fee') useOf(cells, name).upfront += amount;
  }
  for (const { cells, name, amount } of spread.sums)
    if (cells[1] === 'covered_usage') useOf(cells, name).used += amount;
  return [...accounts.values()].sort((a, b) =>
    a.used === b.used ? (a.account < b.account ? -1 : 1) : a.used < b.used ? 1 : -1,
  );
}
