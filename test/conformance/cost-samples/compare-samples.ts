import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import type { UsageSample } from '#test/conformance/cost-samples/usage-sample.ts';

export type ReadSample = { sample: UsageSample; lines: readonly CostLine[] };
/** `line`: on how many of their common periods two samples agree. */
export type Comparison = { line: string; complaints: string[] };

type Sums = { estimated: boolean; byKeys: Map<string, bigint> };

/**
 * The same costs grouped in two ways, as Reeve read them: their sums are equal to the last digit, by the keys that
 * both have, else as a whole. What AWS calls estimated may have been asked at two moments.
 */
export function compareSamples(samples: readonly ReadSample[]): Comparison[] {
  return samples.flatMap((one, index) =>
    samples
      .slice(index + 1)
      .filter((other) => isOfSameCosts(one, other))
      .flatMap((other) => compare(one, other) ?? []),
  );
}

function isOfSameCosts({ sample: one }: ReadSample, { sample: other }: ReadSample): boolean {
  return (
    one.origin !== undefined &&
    one.origin === other.origin &&
    one.query.granularity === other.query.granularity
  );
}

function compare(one: ReadSample, other: ReadSample): Comparison | undefined {
  const keys = (read: ReadSample) => read.sample.query.groupBy.map(({ key }) => key);
  const common = keys(one).filter((key) => keys(other).includes(key));
  const [ones, others] = [one, other].map((read) =>
    sumsOf(
      read,
      common.map((key) => keys(read).indexOf(key)),
    ),
  );
  const starts = [...(ones?.keys() ?? [])].filter((start) => others?.has(start));
  if (starts.length === 0) return undefined;

  const closed: string[] = [];
  const open: string[] = [];
  for (const start of starts) {
    const [mine, theirs] = [ones?.get(start), others?.get(start)];
    const difference = differenceOf(mine?.byKeys, theirs?.byKeys);
    if (difference) (mine?.estimated || theirs?.estimated ? open : closed).push(`${start} by ${difference}`);
  }
  const agreed = starts.length - closed.length - open.length;
  const what = `${keys(one).join('+')} and ${keys(other).join('+')} of ${one.sample.origin}`;
  const by = common.length > 0 ? `by ${common.join('+')}` : 'as a whole';
  const moved = open.length > 0 ? `; open days that moved between two questions: ${open.join(', ')}` : '';
  return {
    line: `${what} are equal ${by} in ${agreed} of ${starts.length} periods${moved}`,
    complaints: closed.map((difference) => `differ on ${difference}, though nothing is open there`),
  };
}

function sumsOf({ lines }: ReadSample, indexes: readonly number[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { start, estimated, keys, amounts } of lines) {
    const period = sums.get(start) ?? { estimated, byKeys: new Map<string, bigint>() };
    const key = indexes.map((index) => keys[index]).join('|');
    period.byKeys.set(key, (period.byKeys.get(key) ?? 0n) + amounts.unblended);
    sums.set(start, period);
  }
  return sums;
}

/** The first key that differs, and by how much. */
function differenceOf(
  mine = new Map<string, bigint>(),
  theirs = new Map<string, bigint>(),
): string | undefined {
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])];
  const moved = keys.find((key) => (mine.get(key) ?? 0n) !== (theirs.get(key) ?? 0n));
  if (moved === undefined) return undefined;
  const size = formatDecimal((mine.get(moved) ?? 0n) - (theirs.get(moved) ?? 0n));
  return moved === '' ? size : `${size} of ${moved}`;
}
