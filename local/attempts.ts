import type { Clock } from '#local/clock.ts';

/** How a target took an invocation. */
export type TargetResult = { status: 'ok' } | { status: 'error'; errorType?: string; errorMessage?: string };

export type Attempts = {
  clock: Clock;
  /** `attempt` counts from 1. */
  run: (attempt: number) => Promise<TargetResult>;
  /** Between an attempt that failed and the next. */
  pauseSeconds: (attempt: number) => number;
  /** Why nothing follows an attempt that failed; nothing where something does. */
  exhausted: (attempt: number) => string | undefined;
  giveUp: (failed: TargetResult & { status: 'error' }, attempt: number, why: string) => void;
};

/** Tries again and again, by the clock, until it works or nothing follows; resolves with the first result. */
export async function attempt(attempts: Attempts, number = 1): Promise<TargetResult> {
  const { clock, run, pauseSeconds, exhausted, giveUp } = attempts;
  const result = await run(number);
  if (result.status === 'ok') return result;
  const why = exhausted(number);
  if (why) giveUp(result, number, why);
  else clock.timer(clock.now() + pauseSeconds(number) * 1000, () => void attempt(attempts, number + 1));
  return result;
}
