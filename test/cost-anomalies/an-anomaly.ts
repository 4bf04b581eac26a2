import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';
import { relayCostAnomaly } from '#lambdas/cost-anomalies/relay-cost-anomaly.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';

type Fields = Record<string, unknown>;

export const PAYER = '999900001111';
export const PAYMENTS = '111122223333';
export const SHOP = '444455556666';

/** A root cause in payments-prod; give what matters to the test. */
export function aCause(fields: Fields = {}, contribution: unknown = 612.4): Fields {
  return {
    linkedAccount: PAYMENTS,
    linkedAccountName: 'payments-prod',
    region: 'eu-central-1',
    service: 'Amazon Elastic Compute Cloud - Compute',
    usageType: 'EUC1-BoxUsage:m5.4xlarge',
    impact: { contribution },
    ...fields,
  };
}

/** An anomaly of EC2 as EventBridge delivers it; `undefined` leaves a field out. */
export function anAnomalyEvent(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const event = {
    version: '0',
    id: '0b8e3d6a-52d4-4f0c-a7f1-3d0d9c1e7a02',
    'detail-type': 'Anomaly Detected',
    source: 'aws.ce',
    account: PAYER,
    time: '2026-11-21T06:10:00Z',
    region: 'us-east-1',
    resources: [`arn:aws:ce::${PAYER}:anomalymonitor/5d1f2a7b-reeve`],
    detail: {
      accountId: PAYER,
      accountName: 'management',
      anomalyId: '7c9e1f40-reeve-0001',
      anomalyStartDate: '2026-11-19T00:00:00Z',
      anomalyEndDate: '2026-11-20T00:00:00Z',
      anomalyScore: { currentScore: 0.61, maxScore: 0.8 },
      dimensionValue: 'Amazon Elastic Compute Cloud - Compute',
      impact: {
        maxImpact: 410.2,
        totalActualSpend: 1012.4,
        totalExpectedSpend: 200,
        totalImpact: 812.4,
        totalImpactPercentage: 406.2,
      },
      monitorArn: `arn:aws:ce::${PAYER}:anomalymonitor/5d1f2a7b-reeve`,
      monitorName: 'All services',
      rootCauses: [
        aCause(),
        aCause(
          { linkedAccount: SHOP, linkedAccountName: 'shop-dev', usageType: 'EUC1-BoxUsage:t3.large' },
          200,
        ),
      ],
      anomalyDetailsLink:
        'https://console.aws.amazon.com/cost-management/home#/anomaly-detection/monitors/5d1f2a7b-reeve/anomalies/7c9e1f40-reeve-0001',
      ...detail,
    },
    ...envelope,
  };
  return JSON.parse(JSON.stringify(event)) as BusEvent;
}

/** What the function makes of an event that a queue hands to it. */
export function asRead(event: unknown): AnomalyEvent {
  return parseBody(AnomalyEvent, JSON.stringify(event));
}

/** What the alert desk is told of an event. */
export async function observed(event: unknown, accounts: Account[] = []): Promise<Observation[]> {
  const observations: Observation[] = [];
  await relayCostAnomaly(asRead(event), {
    observe: async (observation) => void observations.push(observation),
    accountDirectory: accountsInSettings(accounts),
  });
  return observations;
}
