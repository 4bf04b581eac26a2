import type { CostSummary } from '#lambdas/cost-reports/cost-summary.ts';
import type { Measures } from '#lambdas/cost-reports/measure.ts';
import { measuresOf } from '#lambdas/cost-reports/record-type.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

/** Measures of amounts by record type: `{ Usage: '33.86', Credit: '-33.86' }`. */
export function spent(amounts: Record<string, string>): Measures {
  return measuresOf(Object.entries(amounts).map(([type, amount]) => [type, parseDecimal(amount)] as const));
}

/** The summary of a usual day; give what matters to the test. */
export function aSummary(overrides: Partial<CostSummary> = {}): CostSummary {
  return {
    today: '2026-11-22',
    basis: 'unblended',
    currency: 'USD',
    source: 'Cost Explorer',
    fetchedAt: '2026-11-22T09:00:07.000Z',
    lastDay: '2026-11-21',
    lagDays: 0,
    yesterday: spent({ Usage: '1234.5649' }),
    week: {
      period: { start: '2026-11-15', end: '2026-11-22' },
      current: spent({ Usage: '8123.45' }),
      previousPeriod: { start: '2026-11-08', end: '2026-11-15' },
      previous: spent({ Usage: '7231.12' }),
    },
    monthToDate: {
      month: '2026-11',
      period: { start: '2026-11-01', end: '2026-11-22' },
      current: spent({ Usage: '25000' }),
      previousPeriod: { start: '2026-10-01', end: '2026-10-22' },
      previous: spent({ Usage: '23123' }),
    },
    forecast: {
      state: 'known',
      month: '2026-11',
      mean: parseDecimal('35714.29'),
      range: { low: parseDecimal('34000'), high: parseDecimal('37500'), level: 80 },
    },
    days: [{ day: '2026-11-21', measures: spent({ Usage: '1234.5649' }), estimated: true }],
    movers: [],
    untagged: [],
    notes: [],
    ...overrides,
  };
}
