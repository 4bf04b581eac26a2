import { describe, expect, test } from 'vitest';
import { OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import type { AnswerContext } from '#lambdas/cost-reports/build-tables/answer-parts.ts';
import { type AnswerReport, answerRows } from '#lambdas/cost-reports/build-tables/answer-rows.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';

const context: AnswerContext = {
  fetchedAt: '2026-11-22T09:00:00Z',
  period: { start: '2026-10-01', end: '2026-11-01' },
  currency: 'USD',
  basis: 'net_unblended',
  share: 'Amazon Redshift',
  nameOf: (account) => (account === '000000000001' ? 'Blue' : undefined),
  input: { PredictionIntervalLevel: 80 },
};
const TimePeriod = { Start: '2026-10-01', End: '2026-11-01' };

/** The rows of an answer by the names of their columns, decimals as text. */
async function records(report: AnswerReport, answer: unknown) {
  const rows = await answerRows(
    report,
    (async function* () {
      yield answer;
    })(),
    context,
  );
  const { columns } = OWN_TABLES[report];
  return rows.map((row) => {
    expect(row).toHaveLength(columns.length);
    return Object.fromEntries(
      columns.map(({ name }, index) => {
        const cell = row[index];
        return [name, typeof cell === 'bigint' ? formatDecimal(cell) : cell];
      }),
    );
  });
}

test('values of Savings Plans come from the members that hold them (awslabs/mcp#3351)', async () => {
  const month = {
    TimePeriod,
    UtilizationPercentage: '1',
    NetSavings: '2',
    TotalCommitment: '3',
    Utilization: {
      TotalCommitment: '744',
      UsedCommitment: '700.5',
      UnusedCommitment: '43.5',
      UtilizationPercentage: '94.15322580645162',
    },
    Savings: { NetSavings: '-12.25', OnDemandCostEquivalent: '901' },
    AmortizedCommitment: {
      AmortizedRecurringCommitment: '700',
      AmortizedUpfrontCommitment: '44',
      TotalAmortizedCommitment: '744',
    },
  };
  expect(await records('sp-utilization', { SavingsPlansUtilizationsByTime: [month], Total: {} })).toEqual([
    {
      period_start: '2026-10-01',
      period_end: '2026-11-01',
      currency: 'USD',
      commitment: '744',
      used_commitment: '700.5',
      unused_commitment: '43.5',
      utilization_percent: '94.1532258065',
      net_savings: '-12.25',
      on_demand_equivalent: '901',
      amortized_commitment: '744',
      fetched_at: '2026-11-22T09:00:00Z',
    },
  ]);
});

test('coverage of Savings Plans is of its spend', async () => {
  const Coverage = {
    SpendCoveredBySavingsPlans: '75',
    OnDemandCost: '25',
    TotalCost: '100',
    CoveragePercentage: '75',
  };
  expect(await records('sp-coverage', { SavingsPlansCoverages: [{ TimePeriod, Coverage }] })).toMatchObject([
    { covered_spend: '75', on_demand_cost: '25', total_cost: '100', coverage_percent: '75' },
  ]);
});

describe('reservations', () => {
  test('tell their hours, of months in which something ran', async () => {
    const CoverageHours = {
      OnDemandHours: '10',
      ReservedHours: '30',
      TotalRunningHours: '40',
      CoverageHoursPercentage: '75',
    };
    const nothing = {
      OnDemandHours: '0',
      ReservedHours: '0',
      TotalRunningHours: '0',
      CoverageHoursPercentage: '0',
    };
    const CoveragesByTime = [
      { TimePeriod, Groups: [], Total: { CoverageHours } },
      { TimePeriod: { Start: '2026-11-01', End: '2026-11-21' }, Total: { CoverageHours: nothing } },
    ];
    expect(await records('ri-coverage', { CoveragesByTime, Total: { CoverageHours } })).toMatchObject([
      {
        service: 'Amazon Redshift',
        reserved_hours: '30',
        on_demand_hours: '10',
        running_hours: '40',
        coverage_percent: '75',
      },
    ]);
  });

  test('tell what was bought and used', async () => {
    const Total = {
      UtilizationPercentage: '50',
      PurchasedHours: '744',
      TotalActualHours: '372',
      UnusedHours: '372',
      NetRISavings: '-3',
      TotalAmortizedFee: '20.5',
    };
    expect(
      await records('ri-utilization', { UtilizationsByTime: [{ TimePeriod, Groups: [], Total }] }),
    ).toMatchObject([
      {
        purchased_hours: '744',
        used_hours: '372',
        unused_hours: '372',
        utilization_percent: '50',
        net_savings: '-3',
        amortized_fee: '20.5',
      },
    ]);
  });

  test.each([
    ['ri-utilization', { UtilizationsByTime: [] }],
    ['ri-coverage', { CoveragesByTime: [] }],
    ['ri-recommendations', { Metadata: {}, Recommendations: [] }],
    ['ri-recommendations', {}],
  ] as const)('that are none are no rows of %s, and no error', async (report, answer) => {
    expect(await records(report, answer)).toEqual([]);
  });

  test('that AWS recommends have account, kind and price', async () => {
    const detail = {
      AccountId: '000000000001',
      InstanceDetails: {
        EC2InstanceDetails: undefined,
        RedshiftInstanceDetails: { Family: 'ra3', NodeType: 'ra3.large', Region: 'EU (Ireland)' },
      },
      RecommendedNumberOfInstancesToPurchase: '2',
      CurrencyCode: 'USD',
      UpfrontCost: '0',
      RecurringStandardMonthlyCost: '310.25',
      EstimatedMonthlySavingsAmount: '99.9',
    };
    const Recommendations = [
      { TermInYears: 'ONE_YEAR', PaymentOption: 'NO_UPFRONT', RecommendationDetails: [detail] },
    ];
    expect(await records('ri-recommendations', { Recommendations })).toMatchObject([
      {
        service: 'Amazon Redshift',
        account: '000000000001',
        account_name: 'Blue',
        what: 'ra3.large EU (Ireland)',
        term: 'ONE_YEAR',
        payment_option: 'NO_UPFRONT',
        count: '2',
        monthly_cost: '310.25',
        monthly_savings: '99.9',
      },
    ]);
  });
});

test('a forecast has its bounds and their level', async () => {
  const result = {
    TimePeriod,
    MeanValue: '10',
    PredictionIntervalLowerBound: '8',
    PredictionIntervalUpperBound: '12',
  };
  const answer = { Total: { Amount: '10', Unit: 'CNY' }, ForecastResultsByTime: [result] };
  expect(await records('forecast', answer)).toMatchObject([
    { basis: 'net_unblended', currency: 'CNY', mean: '10', low: '8', high: '12', level: 80 },
  ]);
});

test('drivers are the sum of a selection, then what moved it', async () => {
  const metrics = (Difference: string) => ({
    NetUnblendedCost: {
      BaselineTimePeriodAmount: '10',
      ComparisonTimePeriodAmount: '4',
      Difference,
      Unit: 'USD',
    },
  });
  const found = {
    CostSelector: {
      And: [
        { Dimensions: { Key: 'SERVICE', Values: ['Amazon EC2'] } },
        { Dimensions: { Key: 'LINKED_ACCOUNT', Values: ['000000000001'] } },
        { Tags: { Key: 'team', Values: ['blue', 'red'] } },
      ],
    },
    Metrics: metrics('-6'),
    CostDrivers: [{ Type: 'USAGE_CHANGE', Name: 'BoxUsage', Metrics: metrics('-7') }],
  };
  expect(await records('comparison-drivers', { CostComparisonDrivers: [found] })).toMatchObject([
    {
      service: 'Amazon EC2',
      selector: 'LINKED_ACCOUNT: 000000000001, team: blue or red',
      driver_type: '',
      baseline: '10',
      comparison: '4',
      change: '-6',
    },
    { driver_type: 'USAGE_CHANGE', driver: 'BoxUsage', change: '-7' },
  ]);
});
