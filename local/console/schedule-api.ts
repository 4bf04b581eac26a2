import * as z from 'zod/mini';
import { scheduleWords } from '#local/arn-words.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Schedule } from '#local/estate.ts';
import { type Api, taking } from './api.ts';
import { plainName, plainNamesOf } from './plain-name.ts';
import { Refusal } from './refusal.ts';

const Named = z.object({ name: z.string() });

/** Those that members have alike, and each of the hub's own. */
type ScheduleGroup = [Schedule, ...Schedule[]];

/** The schedules, and a way not to wait for them. What members have alike is one line. */
export function scheduleApi({ estate, scheduler }: Pick<EmbeddedCloud, 'estate' | 'scheduler'>): Api {
  const plainNames = plainNamesOf(estate);
  const groups = groupAlike(estate.schedules);
  return {
    'GET /api/schedules': () =>
      groups.map(([first, ...more]) => ({
        name: first.name,
        label: plainName(first.name),
        does: plainNames(scheduleWords(first)) + (more.length > 0 ? `, ${more.length} others likewise` : ''),
        expression: first.expression,
        enabled: first.enabled,
        nextAt: scheduler.next(first.arn),
      })),

    'POST /api/schedules/run': taking(Named, async ({ name }) => {
      const group = groups.find(([first]) => first.name === name);
      if (!group) throw new Refusal(404, `There is no schedule named ${name}`);
      const results = await Promise.all(group.map(({ arn }) => scheduler.trigger(arn)));
      return results.find(({ status }) => status === 'error') ?? results[0];
    }),
  };
}

function groupAlike(schedules: Schedule[]): ScheduleGroup[] {
  const groups = new Map<string, ScheduleGroup>();
  for (const schedule of schedules) {
    const alike = JSON.stringify([schedule.logicalId, schedule.expression, schedule.input]);
    const group = groups.get(alike);
    if (group) group.push(schedule);
    else groups.set(alike, [schedule]);
  }
  return [...groups.values()];
}
