import { createHash } from 'node:crypto';
import type { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';

/** One message for each `anomalyId`, however often AWS tells of it; without one, by what stays the same of it. */
export function alertKeyOf({ account, detail }: AnomalyEvent): string {
  const { anomalyId, monitorArn, anomalyStartDate, dimensionValue } = detail;
  const names = anomalyId ? [account, anomalyId] : [account, monitorArn, anomalyStartDate, dimensionValue];
  const digest = createHash('sha256').update(JSON.stringify(names)).digest('base64url');
  return `cost-anomaly/${digest.slice(0, 22)}`;
}
