import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import { type DaySource, type FoundDay, findDay, readDate } from '#bin/commands/reports/find-day.ts';
import { openReports } from '#bin/commands/reports/open-reports.ts';
import { readProvenance } from '#bin/commands/reports/read-provenance.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** Which day of which reports a command is about. */
export const dayOptions = {
  date: { type: 'string', value: 'DAY', about: 'YYYY-MM-DD or YYYY-MM, else the last one' },
  from: { type: 'string', value: 'FOLDER', about: 'A copy of the bucket, not the bucket' },
  stack: stackOption,
} as const;

type Asked = { date: string | undefined; from: string | undefined; stack: string };
export type OpenDay = {
  store: ReportStore;
  day: FoundDay;
  /** What programs are told of where the answer is from. */
  about: { report: string; period: string; readAt: string; notes: readonly string[] };
};

/** A day of a table; who was not read is told meanwhile. */
export async function openDay(
  source: DaySource,
  schema: TableSchema,
  { date: text, from, stack }: Asked,
  { progress }: Pick<Terminal, 'progress'>,
): Promise<OpenDay> {
  const date = readDate(text);
  const { store, place } = await openReports(from, stack, source.block);
  const day = await findDay(store, schema, { place, date, source });
  const { source: asked, fetchedAt, notes } = await readProvenance(store, schema, day.period);
  progress(`From ${asked}, ${fetchedAt.slice(0, 16).replace('T', ' ')} UTC.`);
  for (const note of notes) progress(note);
  return { store, day, about: { report: schema.name, period: day.period, readAt: fetchedAt, notes } };
}
