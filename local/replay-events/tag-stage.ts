import { addResources } from '#local/counterparts/organization/change-resources.ts';
import { type ResourcePlan, toResource } from '#local/counterparts/organization/resource-shapes.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { PAYMENTS_PROD } from './health-event.ts';
import type { Stage, Telling } from './story.ts';

const USUAL_REGION = 'eu-west-1';

type Thing = Pick<ResourcePlan, 'type' | 'name'> & Partial<ResourcePlan>;

/** Where the stories of tags are played: in an account of the sample, in a Region that has rules. */
export function tagPlace({ estate }: Stage): { account: string; region: string } {
  const regions = estate.configRules
    .filter(({ account }) => account === PAYMENTS_PROD)
    .map(({ region }) => region);
  const region = regions.includes(USUAL_REGION) ? USUAL_REGION : (regions[0] ?? USUAL_REGION);
  return { account: PAYMENTS_PROD, region };
}

/** What somebody makes there; its name gets an end that is of this telling alone. */
export function make(stage: Stage, telling: Telling, things: Thing[]): WorldResource[] {
  const plans = things.map((thing) =>
    toResource({ ...tagPlace(stage), ...thing, name: nameIn(telling, thing.name) }),
  );
  return addResources(stage.organization.world, plans, telling.now);
}

/** What was made in this telling and is still there. */
export function made(stage: Stage, telling: Telling): WorldResource[] {
  const end = nameIn(telling, '');
  return stage.organization.world.resources.filter(
    ({ name, deletedAt }) => name?.endsWith(end) && deletedAt === undefined,
  );
}

const nameIn = ({ id }: Telling, name: string) => `${name}-${id.slice(0, 6)}`;
