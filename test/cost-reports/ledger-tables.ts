import type { GroupedReport } from '#lambdas/contracts/cost-tables.ts';
import { commitmentUseOf } from '#lambdas/cost-reports/build-tables/commitment-use.ts';
import { BASES } from '#lambdas/cost-reports/cost-line.ts';
import { MEASURES } from '#lambdas/cost-reports/measure.ts';
import { categoryOf } from '#lambdas/cost-reports/record-type.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import type { Charge } from '#local/counterparts/cost-explorer/ledger/charge.ts';
import type { CostLedger } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';

/** The keys of the rows that a charge counts for, in the order of the columns. */
const KEYS_OF: Record<GroupedReport, (purpose: Charge['purpose'], tag: string) => string[][]> = {
  total: ({ recordType }) => {
    const category = categoryOf(recordType);
    const isBeside = category === 'credits' || category === 'refunds';
    return [[category], ['net'], ...(isBeside ? [] : [['gross']])];
  },
  services: ({ service, recordType }) => [[service, recordType]],
  'record-types': ({ recordType }) => [[recordType, categoryOf(recordType)]],
  accounts: ({ account, recordType }) => [[account, recordType]],
  'commitment-use': ({ account, recordType }) => {
    const use = commitmentUseOf(recordType);
    return use ? [[account, use.commitment, use.measure]] : [];
  },
  'accounts-by-service': ({ account, service }) => [[account, service]],
  regions: ({ region = 'NoRegion', recordType }) => [[region, recordType]],
  tags: ({ tags, recordType }, tag) => [[tag, tags[tag] ?? '', recordType]],
  'cost-categories': ({ costCategories, recordType }) => [['unit', costCategories['unit'] ?? '', recordType]],
};

/** What a table must hold of a month: amounts by start, keys and basis, from the bill itself. */
export function tableOfLedger(
  ledger: CostLedger,
  report: GroupedReport,
  { month, before, isDaily, tag = 'team' }: { month: string; before: string; isDaily: boolean; tag?: string },
): Map<string, string> {
  const sums = new Map<string, bigint>();
  const add = (keys: string[], amount: bigint) =>
    sums.set(keys.join('|'), (sums.get(keys.join('|')) ?? 0n) + amount);
  for (const { day, purpose, amounts, seenFrom = '' } of ledger.charges(month)) {
    if (day >= before || seenFrom > before) continue;
    const start = isDaily ? day : `${month}-01`;
    const all = report === 'total' ? MEASURES.map((measure) => [measure]) : [];
    for (const [index, basis] of BASES.entries()) {
      for (const keys of all) add([start, ...keys, basis], 0n);
      for (const keys of KEYS_OF[report](purpose, tag)) add([start, ...keys, basis], amounts[index] ?? 0n);
    }
  }
  return new Map([...sums].map(([keys, amount]) => [keys, formatDecimal(amount)]));
}
