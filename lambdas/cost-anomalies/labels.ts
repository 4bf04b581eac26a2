import type { Account } from '#lambdas/contracts/settings.ts';
import type { AnomalyDetail } from '#lambdas/cost-anomalies/anomaly-event.ts';
import type { Share } from '#lambdas/cost-anomalies/shares.ts';

/** What routes and mutes can ask of an account's share: `service`, `region`, `usageType`, `monitor`, `ou`, `tag:team` … */
export function labelsOf(
  detail: AnomalyDetail,
  { causes }: Share,
  account: Account,
): Record<string, string[]> {
  const pairs: [string, string | undefined][] = [
    ...causes.flatMap(({ service, region, usageType }): [string, string | undefined][] => [
      ['service', service],
      ['region', region],
      ['usageType', usageType],
    ]),
    ['monitor', detail.monitorName],
    ['ou', account.ou],
    ...Object.entries(account.tags).map(([key, value]): [string, string] => [`tag:${key}`, value]),
  ];
  const known = pairs.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const byName = Map.groupBy(known, ([name]) => name);
  return Object.fromEntries(
    [...byName].map(([name, values]) => [name, [...new Set(values.map(([, value]) => value))].sort()]),
  );
}
