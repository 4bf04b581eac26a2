import { toText } from '../amount.ts';
import { addMonths, firstDayOf, monthOf } from '../calendar.ts';
import { amountOf, type Charge, type Metric, type Purpose } from '../ledger/charge.ts';
import { readFilter } from '../question/filter.ts';
import { readGroupBy } from '../question/group-by.ts';
import { isQuantity, metricOf } from '../question/metrics.ts';
import { type Period, readPeriod, refuseFarPeriods } from '../question/period.ts';
import { type Listing, listing, type Question } from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { invalid, missing } from '../refusals.ts';
import { driverOf } from './driver-type.ts';
import { sizeOfPage } from './size-of-page.ts';

const LONGEST_PAGE = 10;
const USUAL_GROUPS = ['SERVICE', 'LINKED_ACCOUNT'].map((Key) => ({ Type: 'DIMENSION', Key }));

/** GetCostComparisonDrivers: what changed most from one closed month to another, and by what. */
export function comparisonDrivers(question: Question): Listing {
  const { input } = question;
  const baseline = readMonth(question, 'BaselineTimePeriod');
  const comparison = readMonth(question, 'ComparisonTimePeriod');
  if (input['MetricForComparison'] === undefined) throw missing('metricForComparison');
  const metric = metricOf(input['MetricForComparison'], question);
  const grouped = { ...question, input: { GroupBy: USUAL_GROUPS, ...input } };
  const { definitions, keysOf } = readGroupBy(grouped);
  const filter = readFilter(question);
  const size = sizeOfPage(question, { usual: LONGEST_PAGE, most: LONGEST_PAGE });

  const before = [...visibleCharges(question, baseline, filter)];
  const after = [...visibleCharges(question, comparison, filter)];
  const compare = (keyOf: (purpose: Purpose) => string) => pairsOf(before, after, metric, keyOf);
  const unit = isQuantity(metric) ? 'N/A' : question.switches.currency;
  const toMetrics = (pair: Pair) => ({ [metric]: toMetric(pair, unit) });

  const drivers = compare((purpose) =>
    JSON.stringify([keysOf(purpose), driverOf(purpose), purpose.usageType ?? purpose.recordType]),
  ).map((pair) => ({ pair, of: JSON.parse(pair.key) as [string[], string, string] }));
  const driversBySelector = Map.groupBy(drivers, ({ of: [keys] }) => JSON.stringify(keys));
  const entries = compare((purpose) => JSON.stringify(keysOf(purpose))).map((pair) => ({
    CostSelector: toSelector(definitions, JSON.parse(pair.key) as string[]),
    Metrics: toMetrics(pair),
    CostDrivers: (driversBySelector.get(pair.key) ?? []).map((driver) => {
      const [, Type, Name] = driver.of;
      return { Type, Name, Metrics: toMetrics(driver.pair) };
    }),
  }));
  return listing(entries, size, (CostComparisonDrivers) => ({ CostComparisonDrivers }));
}

/** A month that is over. */
function readMonth(question: Question, name: string): Period {
  const period = readPeriod(question.input, name);
  const month = monthOf(period.start);
  const isWhole = period.start === firstDayOf(month) && period.end === firstDayOf(addMonths(month, 1));
  if (!isWhole) throw invalid(`${name} must start and end on the first day of a month, one month apart`);
  if (period.end > question.today) throw invalid(`${name} must lie in the past`);
  refuseFarPeriods(period, question, 'MONTHLY');
  return period;
}

type Pair = { key: string; before: bigint; after: bigint };

/** The costs of both months by key, the greatest change first. */
function pairsOf(
  before: Charge[],
  after: Charge[],
  metric: Metric,
  keyOf: (purpose: Purpose) => string,
): Pair[] {
  const pairs = new Map<string, Pair>();
  const pairOf = ({ purpose }: Charge) => {
    const key = keyOf(purpose);
    const pair = pairs.get(key) ?? { key, before: 0n, after: 0n };
    pairs.set(key, pair);
    return pair;
  };
  for (const charge of before) pairOf(charge).before += amountOf(charge, metric);
  for (const charge of after) pairOf(charge).after += amountOf(charge, metric);
  const changeOf = (pair: Pair) => Math.abs(Number(pair.after - pair.before));
  return [...pairs.values()].sort((one, other) => changeOf(other) - changeOf(one));
}

const toMetric = ({ before, after }: Pair, Unit: string) => ({
  BaselineTimePeriodAmount: toText(before),
  ComparisonTimePeriodAmount: toText(after),
  Difference: toText(after - before),
  Unit,
});

function toSelector(definitions: { Type: string; Key: string }[], keys: string[]) {
  const leaves = definitions.map(({ Type, Key }, index) => {
    const key = keys[index] ?? '';
    if (Type === 'DIMENSION') return { Dimensions: { Key, Values: [key] } };
    const leaf = { Key, Values: [key.slice(Key.length + 1)] };
    return Type === 'TAG' ? { Tags: leaf } : { CostCategories: leaf };
  });
  return leaves.length === 1 ? leaves[0] : { And: leaves };
}
