import { groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { tableKey } from '#lambdas/contracts/report-keys.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { Untagged } from '#lambdas/cost-reports/cost-summary.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import { categoryOf } from '#lambdas/cost-reports/record-type.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

const SCHEMA = groupedTable('tags', 'MONTHLY');
const at = (name: string) => SCHEMA.columns.findIndex((column) => column.name === name);
const [KEY, VALUE, TYPE] = [at('tag_key'), at('tag_value'), at('record_type')];
const [BASIS, AMOUNT] = [at('basis'), at('amount')];
const [END, FETCHED_AT] = [at('period_end'), at('fetched_at')];

/**
 * What of the gross costs of a month with tags has none, tag by tag: the latest that was over when it was read, for
 * the first days of a month, read weeks ago, say little of it. It asks AWS nothing.
 */
export async function readUntagged(
  store: Pick<ReportStore, 'read' | 'list'>,
  basis: Basis,
): Promise<Untagged[]> {
  const suffix = tableKey(SCHEMA.name, 'YYYY-MM');
  const [prefix = '', end = ''] = suffix.split('YYYY-MM');
  const keys = (await store.list(prefix)).filter((key) => key.endsWith(end));
  const months = keys.map((key) => key.slice(prefix.length, -end.length));
  const [latest, before] = months.toReversed();
  if (latest === undefined) return [];
  const found = await sumMonth(store, latest, basis);
  if (found.isWhole || before === undefined) return found.shares;
  return (await sumMonth(store, before, basis)).shares;
}

async function sumMonth(store: Pick<ReportStore, 'read'>, month: string, basis: Basis) {
  const sums = new Map<string, Untagged>();
  let isWhole = true;
  for await (const rows of readTable(store, SCHEMA, month)) {
    for (const row of rows) {
      const [tagKey, amount] = [row[KEY], row[AMOUNT]];
      isWhole &&= String(row[FETCHED_AT]) >= String(row[END]);
      if (takesOff(row[TYPE])) continue;
      if (row[BASIS] !== basis || typeof tagKey !== 'string' || typeof amount !== 'bigint') continue;
      const { untagged, total } = sums.get(tagKey) ?? { untagged: 0n, total: 0n };
      const more = row[VALUE] === '' ? amount : 0n;
      sums.set(tagKey, { tagKey, month, untagged: untagged + more, total: total + amount });
    }
  }
  return { isWhole, shares: [...sums.values()] };
}

/** Credits and refunds are not tagged by who spends. */
function takesOff(recordType: unknown): boolean {
  return typeof recordType === 'string' && ['credits', 'refunds'].includes(categoryOf(recordType));
}
