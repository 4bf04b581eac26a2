import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import type { ReportBlock } from '#bin/commands/reports/why-no-reports.ts';
import type { Row, TableSchema } from '#lambdas/contracts/report.ts';
import { dayTableKey } from '#lambdas/contracts/report-keys.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { gunzipped } from '#lambdas/runtime/tables/gzip.ts';
import { fromNdjson } from '#lambdas/runtime/tables/ndjson.ts';

/** Whose reports these are, in the words of messages; `made`: who makes one, and when. */
export type DaySource = { block: ReportBlock; of: string; made: string };

/** A day of a table as it lies in the store. */
export type FoundDay = { schema: TableSchema; key: string; period: string };

const FEW = 5;
const DAY = /\/(\d{4}-\d{2}-\d{2})\.ndjson\.gz$/;

/** A day, or a month, for the last day of it that there is. */
export function readDate(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.test(text)) return text;
  throw new UsageError('--date must be a day such as 2026-11-22, or a month such as 2026-11.');
}

/** The last day of a table, or the last that a date names. */
export async function findDay(
  store: ReportStore,
  schema: TableSchema,
  { place, date, source }: { place: string; date: string | undefined; source: DaySource },
): Promise<FoundDay> {
  const keys = await store.list(`tables/report=${schema.name}/`);
  const days = keys.flatMap((key) => DAY.exec(key)?.[1] ?? []).sort();
  if (days.length === 0)
    throw new Failure(`There is no report of ${source.of} in ${place} yet: ${source.made}.`);
  const period = days.findLast((day) => day.startsWith(date ?? ''));
  if (period !== undefined) return { schema, key: dayTableKey(schema.name, period), period };
  const few = days.slice(-FEW).join(', ');
  throw new Failure(`There is no report of ${source.of} of ${date}. The last ones are ${few}.`);
}

/** The rows of a day, some thousands at a time. */
export async function rowsOfDay(
  store: ReportStore,
  { schema, key, period }: FoundDay,
): Promise<AsyncGenerator<readonly Row[]>> {
  const file = await store.read(key);
  if (!file) throw new Failure(`${schema.name} of ${period} is gone meanwhile.`);
  return fromNdjson(schema, gunzipped(file));
}
