import { randomUUID } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Telling } from './story.ts';

/** The account that the sample settings name as the one that pays for all. */
const PAYER = '999900001111';
const DAY = 86_400_000;

export type RootCauseWords = {
  account: string;
  accountName: string;
  service: string;
  usageType: string;
  region: string;
  dollars: number;
};

export type AnomalyWords = {
  /** So many days before the story began, the anomaly did; and on which it was seen last. */
  daysAgo: { start: number; last: number };
  dollars: { spent: number; expected: number };
  monitor: string;
  subject: string;
  causes: RootCauseWords[];
};

/** An event of AWS Cost Anomaly Detection of a telling, in the form that EventBridge delivers. */
export function anomalyEvent(telling: Telling, words: AnomalyWords): BusEvent {
  const { daysAgo, dollars, monitor, subject, causes } = words;
  const { spent, expected } = dollars;
  const monitorId = '4e1c7a90-3b52-4d8e-9a61-2f7d0c5b8e13';
  const monitorArn = `arn:aws:ce::${PAYER}:anomalymonitor/${monitorId}`;
  const anomalyId = `anomaly-${telling.id}`;
  const day = (ago: number) =>
    `${new Date(telling.startedAt - ago * DAY).toISOString().slice(0, 10)}T00:00:00Z`;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Anomaly Detected',
    source: 'aws.ce',
    account: PAYER,
    time: `${new Date(telling.now).toISOString().slice(0, 19)}Z`,
    region: 'us-east-1',
    resources: [monitorArn],
    detail: {
      accountId: PAYER,
      accountName: 'management',
      anomalyId,
      anomalyStartDate: day(daysAgo.start),
      anomalyEndDate: day(daysAgo.last),
      anomalyScore: { currentScore: 0.72, maxScore: 0.81 },
      dimensionValue: subject,
      impact: {
        maxImpact: spent - expected,
        totalActualSpend: spent,
        totalExpectedSpend: expected,
        totalImpact: spent - expected,
        totalImpactPercentage: ((spent - expected) / expected) * 100,
      },
      monitorArn,
      monitorName: monitor,
      rootCauses: causes.map(
        ({ account, accountName, service, usageType, region, dollars: contribution }) => ({
          linkedAccount: account,
          linkedAccountName: accountName,
          service,
          usageType,
          region,
          impact: { contribution },
        }),
      ),
      anomalyDetailsLink: `https://console.aws.amazon.com/cost-management/home#/anomaly-detection/monitors/${monitorId}/anomalies/${anomalyId}`,
    },
  };
}
