import type { Resource } from '#lambdas/contracts/observation.ts';
import { type Place, resourceUrlOf } from '#lambdas/health-alerts/console-url.ts';
import type { HealthDetail } from '#lambdas/health-alerts/health-event.ts';

/** With a link for each of thousands an event of 256 KB would outgrow what SQS carries. */
const LINKED = 200;

/** The resources of an event, each once, by id: AWS's order differs between copies of one event. */
export function resourcesOf(detail: HealthDetail, place: Place): Resource[] {
  const byId = new Map(detail.affectedEntities.map((entity) => [entity.entityValue, entity]));
  return [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, entity], index) => {
      const status = (entity.status ?? entity.statusCode)?.toUpperCase();
      const url = index < LINKED ? (entity.entityUrl ?? resourceUrlOf(id, place)) : undefined;
      return { id, ...(status ? { status } : {}), ...(url ? { url } : {}) };
    });
}
