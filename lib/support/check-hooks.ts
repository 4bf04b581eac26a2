import { z } from 'zod';
import type { Issue } from '#lib/check-names.ts';
import { partitionOf } from '#lib/regions.ts';

/** What is compared here, as far as it can be read. */
const Readable = z.object({
  hub: z.object({ region: z.string() }).optional().catch(undefined),
  support: z.object({
    trackers: z.record(z.string(), z.object({ hooks: z.boolean().optional().catch(undefined) })),
    answers: z.object({ actors: z.record(z.string(), z.array(z.unknown())) }).optional(),
  }),
});

/** Webhooks only bring forward what comments ask for: without somebody who may ask they would open an address for nothing. */
export function checkHooks(settings: unknown): Issue[] {
  const { data } = Readable.safeParse(settings);
  if (!data) return [];
  const { trackers, answers } = data.support;
  const hasUrls = !data.hub || partitionOf(data.hub.region) !== 'aws-us-gov';
  const actorsOf = (name: string) =>
    answers && Object.hasOwn(answers.actors, name) ? answers.actors[name] : undefined;
  return Object.entries(trackers)
    .filter(([name, { hooks }]) => hooks === true && !(hasUrls && actorsOf(name)?.length))
    .map(([name]) => ({
      path: ['support', 'trackers', name, 'hooks'],
      message: hasUrls
        ? `is of no use: nobody may answer. Name logins in support.answers.actors.${name}, or leave it out`
        : 'cannot be: AWS GovCloud (US) has no function URLs. Leave it out: comments are read with each sweep',
    }));
}
