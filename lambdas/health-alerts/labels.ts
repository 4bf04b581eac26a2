import type { Account } from '#lambdas/contracts/settings.ts';
import { categoryOf, personasOf } from '#lambdas/health-alerts/event-type.ts';
import type { HealthDetail } from '#lambdas/health-alerts/health-event.ts';

/** What routes and mutes can ask of an event: `service`, `typeCode`, `persona`, `ou`, `tag:team` … */
export function labelsOf(detail: HealthDetail, account: Account | undefined): Record<string, string[]> {
  const pairs = [
    ['service', detail.service],
    ['typeCode', detail.eventTypeCode],
    ['category', categoryOf(detail)],
    ['scope', detail.eventScopeCode],
    ['actionability', detail.actionability],
    ['ou', account?.ou],
    ...personasOf(detail).map((persona) => ['persona', persona] as const),
    ...tagPairsOf(detail, account),
  ] as const;
  const known = pairs.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const byName = Map.groupBy(known, ([name]) => name);
  return Object.fromEntries(
    [...byName].map(([name, values]) => [name, [...new Set(values.map(([, value]) => value))].sort()]),
  );
}

/** Tags of the account and of each resource, in an order that does not depend on AWS's. */
function tagPairsOf(detail: HealthDetail, account: Account | undefined): [string, string][] {
  const tags = [account?.tags ?? {}, ...detail.affectedEntities.map((entity) => entity.tags)];
  return tags
    .flatMap((some) => Object.entries(some))
    .map(([key, value]): [string, string] => [`tag:${key}`, value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
