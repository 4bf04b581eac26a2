import { parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';
import type { TrackerMemory } from '#lambdas/case-trackers/tracker.ts';

/** Comments come into sight a little later than their time says. */
const OVERLAP_MS = 300_000;
/** What was written before Reeve was told to listen asks for nothing after this. */
const BEFORE_MS = 24 * 3_600_000;
/** A command that is not done after a day is ended at the next look. */
const KEPT_MS = 2 * 86_400_000;

/** Up to when comments of a tracker were listened to, and items of which a command may wait, by when it was heard. ISO 8601. */
export type Heard = { until: string; waiting: Record<string, string> };
export type Listening = Awaited<ReturnType<typeof listen>>;

/** Asks a tracker once which of its items ask for something: one by one they would use up what it answers in an hour. */
export async function listen(
  { changedComments }: Pick<TrackerMemory, 'changedComments'>,
  heard: Heard | undefined,
  now: Date,
) {
  const oldest = now.getTime() - BEFORE_MS;
  const until = heard?.until ?? new Date(oldest).toISOString();
  const since = Math.max(oldest, Date.parse(until) - OVERLAP_MS);
  const comments = await changedComments(new Date(since).toISOString());
  const asking = comments.filter(({ body }) => parseCommand(body) !== undefined).map(({ item }) => item);
  const kept = Object.entries(heard?.waiting ?? {}).filter(
    ([, at]) => now.getTime() - Date.parse(at) < KEPT_MS,
  );
  const waiting = new Map([...asking.map((item) => [item, now.toISOString()] as const), ...kept]);
  const newest = comments
    .map(({ changedAt }) => changedAt)
    .reduce((one, other) => (one > other ? one : other), until);

  return {
    asks: (item: string) => waiting.has(item),
    /** All that it asked for is done. */
    done: (item: string) => void waiting.delete(item),
    heard: (): Heard => ({ until: newest, waiting: Object.fromEntries(waiting) }),
  };
}
