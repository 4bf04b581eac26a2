import type { Resource } from '#lambdas/contracts/observation.ts';
import { type Place, resourceUrlOf } from '#lambdas/health-alerts/console-url.ts';
import type { HealthDetail } from '#lambdas/health-alerts/health-event.ts';

/** The resources of an event, each once, by id: AWS's order differs between copies of one event. */
export function resourcesOf(detail: HealthDetail, place: Place): Resource[] {
  const byId = new Map(detail.affectedEntities.map((entity) => [entity.entityValue, entity]));
  return [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, entity]) => {
      const status = (entity.status ?? entity.statusCode)?.toUpperCase();
      const url = entity.entityUrl ?? resourceUrlOf(id, place);
      return { id, ...(status ? { status } : {}), ...(url ? { url } : {}) };
    });
}
