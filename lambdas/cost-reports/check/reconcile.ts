import type { Note } from '#lambdas/cost-reports/check/note.ts';
import { sumsOf } from '#lambdas/cost-reports/check/scan-lines.ts';
import { differenceOf, type TypeSums, totalOf } from '#lambdas/cost-reports/check/type-sums.ts';
import { type CostRun, mainQueryOf, usageOf } from '#lambdas/cost-reports/cost-run.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';
import { DRIFT_CHECK } from '#lambdas/cost-reports/plan/plan-monthly.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';

/**
 * Holds the months of every query against the same months by record type alone, or where those were not asked
 * against the main query: they are the same lines, grouped otherwise. A difference is named to the last digit.
 */
export function reconcile(run: CostRun): Note[] {
  const references = [DRIFT_CHECK, mainQueryOf(run.plan)?.name].filter((name) => name !== undefined);
  return [...run.scans.keys()].flatMap((name) =>
    askedMonths(run, name).flatMap((month) => {
      const reference = references.find((other) => askedMonths(run, other).includes(month));
      return reference === undefined || reference === name ? [] : compare(run, month, name, reference);
    }),
  );
}

function compare({ scans, settings }: CostRun, month: string, name: string, reference: string): Note[] {
  const found = sumsOf(scans.get(name)?.months.get(month));
  const expected = sumsOf(scans.get(reference)?.months.get(month));
  const hasTypes = !found.has('');
  const difference = differenceOf(found, hasTypes ? expected : asOne(expected));
  if (!difference) return [];
  const [here, there] = [found, expected].map((sums) => formatDecimal(totalOf(sums)[settings.basis]));
  const text = `For ${month} ${name} comes to ${here}, ${reference} to ${there} (${settings.basis}): ${difference}.`;
  return [{ text, query: name, month }];
}

/** Months that a complete query of costs was asked for, whether it has any costs in them or not. */
function askedMonths({ plan, scans }: CostRun, name: string): string[] {
  const query = plan.queries
    .flatMap((planned) => usageOf(planned.query) ?? [])
    .find((one) => one.name === name);
  return query && scans.has(name) ? monthsIn(query.period) : [];
}

/** As a query without record types sums. */
function asOne(sums: TypeSums): TypeSums {
  return sums.size === 0 ? sums : new Map([['', totalOf(sums)]]);
}
