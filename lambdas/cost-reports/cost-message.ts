import * as z from 'zod/mini';

/** `daily`: the last two months by day. `monthly`: all of the chosen reports by month, drift checked. */
export const RUN_SETS = ['daily', 'monthly'] as const;
export type RunSet = (typeof RUN_SETS)[number];

/** What the queue of cost-reports carries. `at`: the moment that names the run, ISO 8601 in UTC. */
export const CostMessage = z.object({
  kind: z.literal('run'),
  set: z.enum(RUN_SETS),
  at: z.iso.datetime(),
});
export type CostMessage = z.infer<typeof CostMessage>;

/** The same for each attempt at a run: `2026-11-22T090000Z-daily`. */
export function runIdOf({ set, at }: Pick<CostMessage, 'set' | 'at'>): string {
  const moment = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return `${moment.replaceAll(':', '')}-${set}`;
}
