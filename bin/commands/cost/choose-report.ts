import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import { describeMonths, type KnownReport } from '#bin/commands/cost/list-reports.ts';
import { allCostTables } from '#lambdas/contracts/cost-tables.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';

/** A month of a report. */
export type ChosenReport = { schema: TableSchema; month: string };

/** The report of a name; without a month the last one that there is. */
export function chooseReport(reports: KnownReport[], name: string, month: string | undefined): ChosenReport {
  const report = reports.find(({ schema }) => schema.name === name);
  if (!report)
    throw new Failure(`There is no report ${name}. ${whyMissing(name) ?? namesNear(reports, name)}`);
  const { schema, months } = report;
  const chosen = month ?? months.at(-1) ?? '';
  if (months.includes(chosen)) return { schema, month: chosen };
  throw new Failure(`There is no ${name} of ${chosen}. There is ${describeMonths(months)}.`);
}

/** All reports of a month; without one of the last that there is. */
export function chooseMonth(reports: KnownReport[], month: string | undefined): ChosenReport[] {
  const all = [...new Set(reports.flatMap(({ months }) => months))].sort();
  const chosen = month ?? all.at(-1) ?? '';
  const ofMonth = reports.filter(({ months }) => months.includes(chosen));
  if (ofMonth.length > 0) return ofMonth.map(({ schema }) => ({ schema, month: chosen }));
  throw new Failure(`There are no reports of ${chosen}. There is ${describeMonths(all)}.`);
}

export function readMonth(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError('--month must be a month such as 2026-10.');
}

/** Of a name that is right, but of which no run made anything. */
function whyMissing(name: string): string | undefined {
  const isKnown = allCostTables().some((schema) => schema.name === name);
  return isKnown
    ? 'No run here has made it: are reports, tags or costCategories of costs in reeve.config.ts set so?'
    : undefined;
}

/** `services` may mean two. */
function namesNear(reports: KnownReport[], name: string): string {
  const names = reports.map(({ schema }) => schema.name);
  const near = names.filter((known) => known.startsWith(name.slice(0, 4)));
  return near.length > 0 ? `Did you mean ${near.join(', ')}?` : `There are ${names.join(', ')}.`;
}
