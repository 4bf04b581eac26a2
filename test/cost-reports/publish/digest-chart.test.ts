import { describe, expect, test } from 'vitest';
import { everyDay } from '#lambdas/cost-reports/page/read-days.ts';
import { digestChart } from '#lambdas/cost-reports/publish/digest-chart.ts';
import { aSummary, spent } from '#test/cost-reports/digest/a-summary.ts';

const days = everyDay('2026-10-01', '2026-11-21').map((day, index) => ({
  day,
  measures: spent({ Usage: String(4000 + (index % 7) * 200), Credit: day > '2026-11-10' ? '-500' : '0' }),
  estimated: day >= '2026-11-01',
}));
const barsOf = (svg: string) =>
  svg.match(/<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="[\d.]+" fill="#1f6fa8" stroke/g) ?? [];

describe('the picture of a digest', () => {
  test('shows each day of two months, credits apart and estimated days lighter', () => {
    const svg = digestChart(aSummary({ days }));

    expect(svg).toContain('Costs by day, October 2026 and November 2026');
    expect(svg).toContain('Unblended costs in USD');
    // The days, and two samples of the legend.
    expect(barsOf(svg)).toHaveLength(days.length + 2);
    expect(svg.match(/fill-opacity="0.3"/g)).toHaveLength(21 + 11 + 1);
    expect(svg.match(/stroke-dasharray="2 3"/g)).toHaveLength(1);
  });

  test('keeps the place of a day without costs empty (aws-billing-to-slack PR #16)', () => {
    const sparse = days.filter(({ day }) => day !== '2026-10-20');

    expect(digestChart(aSummary({ days: sparse }))).toContain('2026-10-20: no costs');
    expect(barsOf(digestChart(aSummary({ days: sparse })))).toHaveLength(days.length + 1);
  });

  test('a day that credits offset shows both (cdk-bill-bot #28)', () => {
    const svg = digestChart(
      aSummary({
        days: [
          { day: '2026-11-21', measures: spent({ Usage: '33.86', Credit: '-33.86' }), estimated: false },
        ],
      }),
    );

    expect(svg).toContain('2026-11-21: $0.00 net');
    expect(barsOf(svg)).toHaveLength(1 + 2);
    expect(svg.match(/fill="#c8641b" stroke="#c8641b"\/>/g)).toHaveLength(2);
  });

  test('without any day it says so', () => {
    expect(digestChart(aSummary({ days: [] }))).toContain('No costs by day yet');
  });
});
