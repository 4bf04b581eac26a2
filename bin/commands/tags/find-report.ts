import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import { dayTableKey, tableKey } from '#lambdas/contracts/report-keys.ts';
import { TAG_COVERAGE, TAG_VIOLATIONS } from '#lambdas/contracts/tags/tag-tables.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** A table as it lies in the store. `period`: the day, or the month, that its files for people are named after. */
export type FoundReport = { schema: TableSchema; key: string; period: string };

const DAY = /^tables\/report=tag-coverage\/month=\d{4}-\d{2}\/(\d{4}-\d{2}-\d{2})\.ndjson\.gz$/;
const MONTH = /^tables\/report=required-tags\/month=(\d{4}-\d{2})\/part-0\.ndjson\.gz$/;
const FEW = 5;

/** A day, or a month, for the last day of it that there is. */
export function readDate(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.test(text)) return text;
  throw new UsageError('--date must be a day such as 2026-11-22, or a month such as 2026-11.');
}

/** Coverage of a day; without a date of the last one. */
export async function findCoverage(store: ReportStore, place: string, date?: string): Promise<FoundReport> {
  const days = await periodsOf(store, TAG_COVERAGE, DAY);
  const period = choose(days, place, date);
  return { schema: TAG_COVERAGE, key: dayTableKey(TAG_COVERAGE.name, period), period };
}

/** What violated the policy when its month was over, or does now. */
export async function findViolations(store: ReportStore, place: string, date?: string): Promise<FoundReport> {
  const months = await periodsOf(store, TAG_VIOLATIONS, MONTH);
  const period = choose(months, place, date?.slice(0, 7));
  return { schema: TAG_VIOLATIONS, key: tableKey(TAG_VIOLATIONS.name, period), period };
}

async function periodsOf(store: ReportStore, { name }: TableSchema, form: RegExp): Promise<string[]> {
  const keys = await store.list(`tables/report=${name}/`);
  return keys.flatMap((key) => form.exec(key)?.[1] ?? []).sort();
}

function choose(periods: string[], place: string, date: string | undefined): string {
  const last = periods.at(-1);
  if (last === undefined)
    throw new Failure(
      `There is no report of tags in ${place} yet: the sweep of tag-coverage makes one each day at 04:50 UTC.`,
    );
  const found = periods.findLast((period) => period.startsWith(date ?? ''));
  if (found !== undefined) return found;
  const few = periods.slice(-FEW).join(', ');
  throw new Failure(`There is no report of tags of ${date}. The last ones are ${few}.`);
}
