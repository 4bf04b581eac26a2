const PREFERRED_MS = 10 * 60_000;

type Verdicts = {
  isOutage: (error: unknown) => boolean;
  isRefusal: (error: unknown) => boolean;
};
export type InSomeRegion = <Answer>(ask: (region: string) => Promise<Answer>) => Promise<Answer>;

/**
 * Asks the first Region and, while that is out of order, the next: one that answered in its stead is asked first for ten
 * minutes, so that not every question waits for the one that does not.
 */
export function failover(
  regions: readonly string[],
  { isOutage, isRefusal }: Verdicts,
  now: () => Date,
): InSomeRegion {
  let preferred = { place: 0, until: Number.NEGATIVE_INFINITY };
  return async (ask) => {
    const first = now().getTime() < preferred.until ? preferred.place : 0;
    const failures: unknown[] = [];
    for (let step = 0; step < regions.length; step += 1) {
      const place = (first + step) % regions.length;
      try {
        const answer = await ask(regions[place] as string);
        if (step > 0) preferred = { place, until: now().getTime() + PREFERRED_MS };
        return answer;
      } catch (error) {
        // An Organization may forbid its accounts all other Regions: that says nothing of the account.
        const isOfRegion = isOutage(error) || (step > 0 && isRefusal(error));
        if (!isOfRegion) throw error;
        failures.push(error);
      }
    }
    throw failures[0];
  };
}
