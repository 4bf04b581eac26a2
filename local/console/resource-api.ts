import * as z from 'zod/mini';
import {
  deleteResource,
  tagResource,
  untagResource,
} from '#local/counterparts/organization/change-resources.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { wellTagged } from '#local/well-tagged.ts';
import { type Api, taking } from './api.ts';
import { Refusal } from './refusal.ts';

const Played = z.object({ arn: z.string(), what: z.enum(['tag', 'untag', 'delete']) });

/** A page draws so many at once; the newest are what people play with. */
const MOST_SHOWN = 200;

type Ports = Pick<EmbeddedCloud, 'organization' | 'estate' | 'clock' | 'configRules'>;

/** What the accounts of the world hold, with its tags and what the rules found; and a way to tag, untag and delete it. */
export function resourceApi({ organization: { world }, estate, clock, configRules }: Ports): Api {
  return {
    'GET /api/resources': () => {
      const there = world.resources.filter(({ deletedAt }) => deletedAt === undefined);
      const shown = there.slice(-MOST_SHOWN);
      const places = Map.groupBy(shown, ({ account, region }) => `${account}/${region}`);
      return {
        total: there.length,
        places: [...places.values()].flatMap((resources) => {
          const [first] = resources;
          return first ? [{ ...placeOf(first), resources: resources.map(toTile) }] : [];
        }),
      };
    },

    'POST /api/resources/play': taking(Played, ({ arn, what }) => {
      const resource = world.resources.find((one) => one.arn === arn && one.deletedAt === undefined);
      if (!resource) throw new Refusal(404, `There is no ${arn}`);
      const tags = wellTagged(estate);
      const now = clock.now();
      if (what === 'tag') tagResource(world, resource, tags, now);
      else if (what === 'untag') untagResource(world, resource, Object.keys(tags), now);
      else deleteResource(world, resource, now);
    }),
  };

  function placeOf({ account, region }: WorldResource) {
    const name = world.accounts.find(({ id }) => id === account)?.name ?? account;
    return { account, accountName: name, region };
  }

  function toTile(resource: WorldResource) {
    const { arn, type, id, name = id, tags } = resource;
    return { arn, type, name, tags, compliance: configRules.complianceOf(resource) };
  }
}
