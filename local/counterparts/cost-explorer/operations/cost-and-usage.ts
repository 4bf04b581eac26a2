import { daysFrom, monthOf } from '../calendar.ts';
import { readFilter } from '../question/filter.ts';
import { readGroupBy } from '../question/group-by.ts';
import { isEstimated } from '../question/is-estimated.ts';
import { readMetrics } from '../question/metrics.ts';
import {
  type Period,
  readGranularity,
  readPeriod,
  refuseFarPeriods,
  slicesOf,
  toInterval,
} from '../question/period.ts';
import { type Listing, listing, type Question } from '../question/question.ts';
import { type Sum, sumUp, toMetrics } from '../question/sums.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { missing } from '../refusals.ts';
import { attributesOf } from './account-attributes.ts';

/** A group of a day or month; without a group, an empty one or the ungrouped total. */
type Entry = { slice: Period; group?: Sum };

/** GetCostAndUsage: costs by day or month and two keys at most. A page may end in the middle of a period. */
export function costAndUsage(question: Question): Listing {
  const period = readPeriod(question.input);
  const by = readGranularity(question.input);
  if (!by) throw missing('granularity');
  const metrics = readMetrics(question);
  const { definitions, keysOf } = readGroupBy(question);
  const filter = readFilter(question);
  refuseFarPeriods(period, question, by);

  const sums = sumUp(visibleCharges(question, period, filter), keysOf, by);
  const isGrouped = definitions.length > 0;
  const entries = slicesOf(period, by).flatMap((slice): Entry[] => {
    const groups = sums.get(by === 'DAILY' ? slice.start : monthOf(slice.start));
    const sorted = [...(groups?.values() ?? [])].sort(byKeys);
    return sorted.length > 0 ? sorted.map((group) => ({ slice, group })) : [{ slice }];
  });

  const totalOf = (group: Sum | undefined, slice: Period) => {
    if (isGrouped && (group || !hasEmptyTotal(slice, question))) return {};
    return toMetrics(group, metrics, question.switches);
  };
  return listing(entries, question.switches.pageSize, (page) => ({
    ...(isGrouped ? { GroupDefinitions: definitions } : {}),
    ResultsByTime: [...Map.groupBy(page, ({ slice }) => slice)].map(([slice, ofSlice]) => ({
      TimePeriod: toInterval(slice),
      Total: totalOf(ofSlice[0]?.group, slice),
      Groups: ofSlice.flatMap(({ group }) =>
        group && isGrouped
          ? [{ Keys: group.keys, Metrics: toMetrics(group, metrics, question.switches) }]
          : [],
      ),
      Estimated: isEstimated(slice.start, question),
    })),
    DimensionValueAttributes: attributesOf(
      page.flatMap(({ group }) => group ?? []),
      definitions,
      question,
    ),
  }));
}

function byKeys({ keys: one }: Sum, { keys: other }: Sum): number {
  const at = one.findIndex((key, index) => key !== other[index]);
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

function hasEmptyTotal({ start }: Period, { switches }: Question): boolean {
  if (switches.emptyTotals === 'mixed') return daysFrom('2000-01-01', start) % 3 === 0;
  return switches.emptyTotals === 'zero';
}
