import * as z from 'zod/mini';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Api, taking } from './api.ts';
import { plainName } from './plain-name.ts';
import { Refusal } from './refusal.ts';

const Named = z.object({ name: z.string() });

/** The schedules, and a way not to wait for them. */
export function scheduleApi({ estate, scheduler }: Pick<EmbeddedCloud, 'estate' | 'scheduler'>): Api {
  return {
    'GET /api/schedules': () =>
      estate.schedules.map(({ name, expression, targetArn, enabled }) => ({
        name,
        label: plainName(name),
        target: plainName(targetArn),
        expression,
        enabled,
        nextAt: scheduler.next(name),
      })),

    'POST /api/schedules/run': taking(Named, ({ name }) => {
      if (!estate.schedules.some((schedule) => schedule.name === name)) {
        throw new Refusal(404, `There is no schedule named ${name}`);
      }
      return scheduler.trigger(name);
    }),
  };
}
