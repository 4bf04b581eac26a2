import {
  GetReservationCoverageCommand,
  GetReservationPurchaseRecommendationCommand,
  GetReservationUtilizationCommand,
  GetSavingsPlansCoverageCommand,
  GetSavingsPlansUtilizationCommand,
} from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import type { LineItem } from '#local/counterparts/cost-explorer/ledger/line-item.ts';
import { aLineItem } from './a-line-item.ts';
import { by, period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

const EC2 = 'Amazon Elastic Compute Cloud - Compute';
const RDS = 'Amazon Relational Database Service';
const OCTOBER = period('2026-10-01', '2026-11-01');
const MONTHLY = { TimePeriod: OCTOBER, Granularity: 'MONTHLY' as const };

const hours = (item: Partial<LineItem>) =>
  aLineItem({
    service: EC2,
    instanceType: 'm7g.large',
    unit: 'Hrs',
    quantity: '24',
    unblended: '2.4',
    ...item,
  });
const reserved = { unblended: '0', amortized: '1.24', reservation: 'ri-1' };

let served: ServedCosts;
beforeEach(async () => {
  const plan = { service: EC2, recordType: 'SavingsPlanCoveredUsage' };
  const ledger = ledgerOf([
    hours({}),
    hours({ recordType: 'DiscountedUsage', quantity: '72', ...reserved }),
    hours({ recordType: 'RIFee', quantity: '124', unblended: '31', amortized: '0.62', reservation: 'ri-1' }),
    hours({ service: RDS, quantity: '10' }),
    aLineItem({ ...plan, unblended: '30', amortized: '20' }),
    aLineItem({ ...plan, recordType: 'SavingsPlanNegation', unblended: '-30', amortized: '0' }),
    aLineItem({ ...plan, recordType: 'SavingsPlanRecurringFee', unblended: '15', amortized: '5' }),
    aLineItem({ service: EC2, unblended: '10', isPlanEligible: true }),
  ]);
  served = await serveCostExplorer({ ledger });
});
afterEach(() => served.close());

const refused = (message: string) => ({
  name: 'ValidationException',
  message: expect.stringContaining(message) as unknown,
});
const service = (...Values: string[]) => ({ Dimensions: { Key: 'SERVICE' as const, Values } });

describe('Coverage by reservations', () => {
  const coverage = (input: Partial<GetReservationCoverageCommand['input']> = {}) =>
    served.client().send(new GetReservationCoverageCommand({ ...MONTHLY, ...input }));

  test('is of EC2 unless the filter names another service', async () => {
    expect((await coverage()).Total?.CoverageHours).toEqual({
      OnDemandHours: '24',
      ReservedHours: '72',
      TotalRunningHours: '96',
      CoverageHoursPercentage: '75',
    });
    const ofRds = await coverage({ Filter: service(RDS) });
    expect(ofRds.CoveragesByTime?.[0]?.Total?.CoverageHours?.OnDemandHours).toBe('10');
    await expect(coverage({ Filter: service(EC2, RDS) })).rejects.toMatchObject(refused('one value'));
  });

  test('is grouped, or cut by time, never both', async () => {
    await expect(coverage({ GroupBy: by('REGION') })).rejects.toMatchObject(refused('Granularity'));
    const grouped = await coverage({ Granularity: undefined, GroupBy: by('INSTANCE_TYPE') });
    expect(grouped.CoveragesByTime?.[0]?.Groups?.map(({ Attributes }) => Attributes)).toEqual([
      { instanceType: 'm7g.large' },
    ]);
    await expect(coverage({ Granularity: undefined, GroupBy: by('SERVICE') })).rejects.toMatchObject(
      refused('SERVICE'),
    );
  });

  test('reaches 13 months back', async () => {
    await coverage({ TimePeriod: period('2025-11-01', '2026-11-01') });
    await expect(coverage({ TimePeriod: period('2025-10-01', '2026-11-01') })).rejects.toMatchObject(
      refused('13 months'),
    );
  });
});

describe('Utilization of reservations', () => {
  const utilization = (input: Partial<GetReservationUtilizationCommand['input']> = {}) =>
    served.client().send(new GetReservationUtilizationCommand({ ...MONTHLY, ...input }));

  test('compares the hours that were bought with those that ran', async () => {
    expect((await utilization()).Total).toMatchObject({
      PurchasedHours: '124',
      TotalActualHours: '72',
      UnusedHours: '52',
      TotalAmortizedFee: '1.86',
      RICostForUnusedHours: '0.62',
      OnDemandCostOfRIHoursUsed: '2',
      NetRISavings: '0.14',
    });
  });

  test('is by day unless said otherwise, a day with its share of the fee', async () => {
    const byDay = await utilization({ Granularity: undefined });
    expect(byDay.UtilizationsByTime).toHaveLength(31);
    expect(byDay.UtilizationsByTime?.[4]?.Total).toMatchObject({
      PurchasedHours: '4',
      TotalActualHours: '72',
    });
    expect(byDay.UtilizationsByTime?.[5]?.Total).toMatchObject({
      PurchasedHours: '4',
      TotalActualHours: '0',
    });
  });

  test('is empty where nothing is reserved, which is no error', async () => {
    expect(await utilization({ Filter: service(RDS) })).toMatchObject({
      UtilizationsByTime: [],
      Total: { PurchasedHours: '0', UtilizationPercentage: '0' },
    });
  });
});

describe('Recommended reservations', () => {
  const recommendations = (input: Partial<GetReservationPurchaseRecommendationCommand['input']>) =>
    served.client().send(new GetReservationPurchaseRecommendationCommand({ Service: EC2, ...input }));

  test('are of a service that must be named, and may be none', async () => {
    await expect(recommendations({ Service: undefined })).rejects.toMatchObject(refused('service'));
    await expect(recommendations({ Service: 'AWS Lambda' })).rejects.toMatchObject(refused('AWS Lambda'));
    expect((await recommendations({})).Recommendations).toEqual([]);
  });

  test('come in pages of what ran all the time', async () => {
    const past = Array.from({ length: 7 }, (_, index) => `2026-11-${15 + index}`);
    served.ledger.add(past.flatMap((day) => [hours({ day }), hours({ day, region: 'us-east-1' })]));
    const first = await recommendations({ PageSize: 1 });
    const second = await recommendations({ PageSize: 1, NextPageToken: first.NextPageToken });
    expect(second.NextPageToken).toBeUndefined();
    const details = [first, second].map(
      ({ Recommendations }) => Recommendations?.[0]?.RecommendationDetails?.[0],
    );
    expect(details.map((detail) => detail?.InstanceDetails?.EC2InstanceDetails?.Region)).toEqual([
      'eu-central-1',
      'us-east-1',
    ]);
    served.switches.recommendations = false;
    expect((await recommendations({})).Recommendations).toEqual([]);
  });
});

describe('Savings Plans', () => {
  const utilization = (TimePeriod = OCTOBER) =>
    served.client().send(new GetSavingsPlansUtilizationCommand({ TimePeriod, Granularity: 'MONTHLY' }));
  const coverage = (input: Partial<GetSavingsPlansCoverageCommand['input']> = {}) =>
    served.client().send(new GetSavingsPlansCoverageCommand({ ...MONTHLY, ...input }));

  test('tell used from unused, and what is amortized apart (awslabs/mcp#3351)', async () => {
    expect((await utilization()).Total).toEqual({
      Utilization: {
        TotalCommitment: '25',
        UsedCommitment: '20',
        UnusedCommitment: '5',
        UtilizationPercentage: '80',
      },
      Savings: { NetSavings: '5', OnDemandCostEquivalent: '30' },
      AmortizedCommitment: {
        AmortizedRecurringCommitment: '15',
        AmortizedUpfrontCommitment: '10',
        TotalAmortizedCommitment: '25',
      },
    });
  });

  test('cover a part of what they may cover', async () => {
    expect((await coverage()).SavingsPlansCoverages).toEqual([
      {
        Attributes: {},
        TimePeriod: OCTOBER,
        Coverage: {
          SpendCoveredBySavingsPlans: '30',
          OnDemandCost: '10',
          TotalCost: '40',
          CoveragePercentage: '75',
        },
      },
    ]);
  });

  test('come in pages of 20 unless said otherwise, by NextToken', async () => {
    const regions = Array.from({ length: 25 }, (_, index) => `region-${index}`);
    served.ledger.add(regions.map((region) => aLineItem({ service: EC2, region, isPlanEligible: true })));
    const question = { Granularity: undefined, GroupBy: by('REGION') };
    const first = await coverage(question);
    expect(first.SavingsPlansCoverages).toHaveLength(20);
    const second = await coverage({ ...question, NextToken: first.NextToken });
    expect(second.SavingsPlansCoverages).toHaveLength(6);
    expect(second.NextToken).toBeUndefined();
    expect((await coverage({ ...question, MaxResults: 100 })).SavingsPlansCoverages).toHaveLength(26);
  });

  test('are not told of up to today: on the 1st, not of the month that closed', async () => {
    served.switches.today = '2026-11-01';
    await expect(utilization()).rejects.toMatchObject(refused('before the current date'));
    await expect(coverage()).rejects.toMatchObject(refused('before the current date'));
    served.switches.today = '2026-11-02';
    await utilization();
    await expect(utilization(period('2026-08-01', '2026-09-01'))).rejects.toMatchObject({
      name: 'DataUnavailableException',
    });
  });
});
