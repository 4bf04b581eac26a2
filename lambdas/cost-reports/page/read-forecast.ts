import { OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { Day, Forecast } from '#lambdas/cost-reports/page/page-data.ts';
import { netBefore } from '#lambdas/cost-reports/page/read-days.ts';
import { readRecords, type Stored } from '#lambdas/cost-reports/page/sum-table.ts';

/**
 * What AWS expects of the rest of the month, with what the days before it cost. Undefined where AWS gave nothing,
 * or where costs by day are not stored: then nobody knows what was spent until then.
 */
export async function readForecast(
  store: Stored,
  month: string,
  basis: Basis,
  days: readonly Day[],
): Promise<Forecast | undefined> {
  const records = await readRecords(store, OWN_TABLES.forecast, month);
  const expected = records?.filter((each) => each['basis'] === basis) ?? [];
  const [from] = expected.map((each) => String(each['period_start'])).sort();
  if (from === undefined) return undefined;
  const isFirst = from.endsWith('-01');
  if (!isFirst && !days.some(({ day }) => day.startsWith(month) && day < from)) return undefined;
  const spent = netBefore(
    days.filter(({ day }) => day.startsWith(month)),
    from,
  );
  const rest = expected.reduce((sum, { mean }) => sum + (typeof mean === 'bigint' ? mean : 0n), 0n);
  return { spent, from, mean: spent + rest };
}
