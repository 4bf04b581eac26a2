import { toText } from '../amount.ts';
import { addDays, addMonths, daysFrom, monthOf } from '../calendar.ts';
import { amountOf, METRICS, type Metric } from '../ledger/charge.ts';
import { readFilter } from '../question/filter.ts';
import { isQuantity, metricOf, upperSnake } from '../question/metrics.ts';
import { type Period, readGranularity, slicesOf, toInterval } from '../question/period.ts';
import { type Input, inOnePiece, type Listing, type Question, textOf } from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { invalid, missing } from '../refusals.ts';
import { dataUnavailable } from './data-unavailable.ts';

const LOOKBACK_DAYS = 30;
const FARTHEST_MONTHS = { DAILY: 3, MONTHLY: 18 };
/** The bounds lie so many percent of the mean away for each percent of certainty. */
const SPREAD = 5n;

/** GetCostForecast: the mean of the past 30 days goes on. */
export function costForecast(question: Question): Listing {
  const { input, switches } = question;
  const by = readGranularity(input);
  if (!by) throw missing('granularity');
  const metric = readMetric(question);
  const period = readFuture(question, FARTHEST_MONTHS[by]);
  const level = readLevel(input);
  const mean = meanOfPastDays(question, metric);

  const expect = (slice: Period) => mean * BigInt(daysFrom(slice.start, slice.end));
  return inOnePiece({
    Total: { Amount: toText(expect(period)), Unit: switches.currency },
    ForecastResultsByTime: slicesOf(period, by).map((slice) => {
      const margin = level === undefined ? 0n : (expect(slice) * BigInt(level)) / (100n * SPREAD);
      const bounds = {
        PredictionIntervalLowerBound: toText(expect(slice) - margin),
        PredictionIntervalUpperBound: toText(expect(slice) + margin),
      };
      return {
        TimePeriod: toInterval(slice),
        MeanValue: toText(expect(slice)),
        ...(level === undefined ? {} : bounds),
      };
    }),
  });
}

function readMetric(question: Question): Metric {
  const name = textOf(question.input['Metric']);
  if (!name) throw missing('metric');
  const known = METRICS.find((metric) => upperSnake(metric) === name && !isQuantity(metric));
  if (!known) throw invalid(`Metric is invalid for a forecast: ${name}`);
  return metricOf(known, question);
}

/** A forecast begins today: of yesterday there are costs, and later starts are refused. */
function readFuture({ input, today }: Question, months: number): Period {
  const { Start: start, End: end } = (input['TimePeriod'] ?? {}) as Input;
  if (typeof start !== 'string' || typeof end !== 'string') throw missing('timePeriod');
  if (start >= end) throw invalid(`Requested Start: ${start} must be before requested End: ${end}`);
  if (start !== today) throw invalid(`Start date of a forecast must be the current date: ${today}`);
  const farthest = `${addMonths(monthOf(today), months)}${today.slice(7)}`;
  if (end > farthest) throw invalid(`End date of a forecast must be within ${months} months`);
  return { start, end };
}

function readLevel({ PredictionIntervalLevel: level }: Input): number | undefined {
  if (level === undefined) return undefined;
  if (!Number.isInteger(level) || Number(level) < 51 || Number(level) > 99) {
    throw invalid('PredictionIntervalLevel must be between 51 and 99');
  }
  return Number(level);
}

function meanOfPastDays(question: Question, metric: Metric): bigint {
  const { switches, today } = question;
  const past = { start: addDays(today, -LOOKBACK_DAYS), end: today };
  const charges = [...visibleCharges(question, past, readFilter(question))];
  if (!switches.forecast || charges.length === 0) {
    throw dataUnavailable('Insufficient amount of historical data to generate forecast');
  }
  const total = charges.reduce((sum, charge) => sum + amountOf(charge, metric), 0n);
  return total / BigInt(LOOKBACK_DAYS);
}
