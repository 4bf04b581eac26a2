import type { ChargeSum, GrowingChargeSums } from '#lambdas/cost-reports/focus/sum-charges.ts';
import { formatDecimal, parseDecimal } from '#lambdas/runtime/decimal.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { gunzipped, gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { linesOf } from '#lambdas/runtime/tables/lines-of.ts';

const SUMS_AT_ONCE = 2000;

/** The first line. `isOfFirstDay`: the export tells no days. */
type Header = { names: [id: string, name: string][]; isOfFirstDay: boolean };
type Growing = Pick<GrowingChargeSums, 'sums' | 'names' | 'isOfFirstDay'>;
type SumLine = [start: string, currency: string, billed: string, effective: string, ...keys: string[]];

export type SumBatch = {
  names: ReadonlyMap<string, string>;
  isOfFirstDay: boolean;
  sums: readonly ChargeSum[];
};

/** Keeps the sums of a month: what reads them needs no memory for them, and a repeat of the run no export. */
export async function writeSums(
  store: Pick<ReportStore, 'write'>,
  key: string,
  growing: Growing,
): Promise<void> {
  await store.write(key, gzipped(chunksOf(growing)), { contentType: 'application/gzip' });
}

/** Gives them back, some thousands at a time. */
export async function* readSums(store: Pick<ReportStore, 'read'>, key: string): AsyncGenerator<SumBatch> {
  const file = await store.read(key);
  if (!file) throw new Error('Sums of an export are read that are not stored');
  let about: Omit<SumBatch, 'sums'> | undefined;
  for await (const lines of linesOf(gunzipped(file))) {
    const [first = '', ...rest] = lines;
    const sums = about ? lines : rest;
    about ??= aboutOf(JSON.parse(first) as Header);
    yield { ...about, sums: sums.map(toSum) };
  }
}

function aboutOf({ names, isOfFirstDay }: Header): Omit<SumBatch, 'sums'> {
  return { names: new Map(names), isOfFirstDay };
}

function* chunksOf({ sums, names, isOfFirstDay }: Growing): Generator<Uint8Array> {
  let lines = [JSON.stringify({ names: [...names], isOfFirstDay: isOfFirstDay() } satisfies Header)];
  for (const { start, currency, billed, effective, keys } of sums()) {
    const line: SumLine = [start, currency, formatDecimal(billed), formatDecimal(effective), ...keys];
    lines.push(JSON.stringify(line));
    if (lines.length < SUMS_AT_ONCE) continue;
    yield Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
}

function toSum(line: string): ChargeSum {
  const [start, currency, billed, effective, ...keys] = JSON.parse(line) as SumLine;
  return { start, currency, keys, billed: parseDecimal(billed), effective: parseDecimal(effective) };
}
