import type { Comparison, CostSummary } from '#lambdas/cost-reports/cost-summary.ts';
import { dayWords, monthWords, periodWords } from '#lambdas/cost-reports/digest/date-words.ts';
import { MEASURES, type Measure, type Measures } from '#lambdas/cost-reports/measure.ts';
import { addDays } from '#lambdas/cost-reports/periods.ts';
import { formatChange, formatMoney, formatPercentChange } from '#lambdas/runtime/money.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

/** From ten times as much on a percentage says less than the two amounts. */
const PERCENT_LIMIT = 10n;
const REASON_LENGTH = 160;
/** Of a running month AWS bills it later: the same days of the month before have it already. */
const BILLED_AFTER: Partial<Record<Measure, string>> = { support: 'support' };
/** Billed for a month on one of its days, mostly the 1st: in one of two weeks, it says nothing of either. */
const ONCE_A_MONTH: Partial<Record<Measure, string>> = {
  commitment_fees: 'recurring fees',
  tax: 'tax',
  ...BILLED_AFTER,
};

/** Yesterday, week, month and forecast, a line each. What AWS does not know yet is said, never shown as nothing. */
export function figureLines(summary: CostSummary): string[] {
  const { lastDay } = summary;
  if (lastDay === undefined) return ['AWS has no costs of these accounts yet.', forecastLine(summary)];
  return [
    yesterdayLine(summary, lastDay),
    weekLine(summary, lastDay),
    monthLine(summary),
    forecastLine(summary),
  ];
}

function yesterdayLine({ today, lagDays, yesterday, currency }: CostSummary, lastDay: string): string {
  const day = `Yesterday, ${dayWords(addDays(today, -1))}`;
  if (lagDays === 0) return `${day}: ${amounts(yesterday, currency)}`;
  const late = lagDays === 1 ? 'a day' : `${lagDays} days`;
  return `${day}: not known yet. The data of AWS ends with ${dayWords(lastDay)}, ${late} late.`;
}

function weekLine({ week, lagDays, currency }: CostSummary, lastDay: string): string {
  const name = lagDays === 0 ? 'Last 7 days' : `7 days to ${dayWords(lastDay)}`;
  return `${name}: ${compared(week, 'the 7 days before', currency, ONCE_A_MONTH)}`;
}

function monthLine({ monthToDate, currency }: CostSummary): string {
  const { month, period, previousPeriod } = monthToDate;
  if (period.start === period.end) return `${monthWords(month)}: not known yet`;
  return `${periodWords(period)}: ${compared(monthToDate, periodWords(previousPeriod), currency, BILLED_AFTER)}`;
}

function forecastLine({ forecast, currency, lagDays, today }: CostSummary): string {
  const month = monthWords(forecast.month);
  if (forecast.state === 'none')
    return `No forecast for ${month}: ${oneLine(forecast.reason, REASON_LENGTH)}.`;
  const { mean, range } = forecast;
  const likely = range
    ? ` (${range.level}% prediction interval: ${formatMoney(range.low, currency)} to ${formatMoney(range.high, currency)})`
    : '';
  // AWS forecasts from today on: days that it is late with are in neither part of the sum.
  const isShort = lagDays > 0 && !today.endsWith('-01');
  const without = isShort ? ', without the days not known yet' : '';
  return `Forecast for ${month}: ${formatMoney(mean, currency)}${likely}${without}`;
}

function compared(
  { current, previous }: Comparison,
  before: string,
  currency: string,
  apart: Partial<Record<Measure, string>>,
): string {
  const now = amounts(current, currency);
  if (!previous) return now;
  if (previous.net === 0n && previous.gross === 0n) return `${now}; nothing in ${before}`;
  const left = MEASURES.filter((measure) => apart[measure] && current[measure] !== previous[measure]);
  const steady = (measures: Measures) => left.reduce((sum, measure) => sum - measures[measure], measures.net);
  const without = left.length > 0 ? ` without ${left.map((measure) => apart[measure]).join(', ')}` : '';
  const change = changeOf(steady(current), steady(previous), currency);
  return `${now}; ${change}${without} on ${before}: ${amounts(previous, currency)}`;
}

function changeOf(current: bigint, previous: bigint, currency: string): string {
  const isClear = previous > 0n && current >= 0n && current < previous * PERCENT_LIMIT;
  return (isClear && formatPercentChange(current, previous)) || formatChange(current - previous, currency);
}

/** One amount, or where credits and refunds hide what was used all of them: `$0.00 net, $33.86 gross, -$33.86 credits`. */
function amounts({ net, gross, credits, refunds }: Measures, currency: string): string {
  const told = [
    { amount: net, name: 'net' },
    { amount: gross, name: 'gross' },
    ...(credits === 0n ? [] : [{ amount: credits, name: 'credits' }]),
    ...(refunds === 0n ? [] : [{ amount: refunds, name: 'refunds' }]),
  ];
  if (told.length === 2) return formatMoney(net, currency);
  return told.map(({ amount, name }) => `${formatMoney(amount, currency)} ${name}`).join(', ');
}
