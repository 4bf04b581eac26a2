import type { Observation } from '#lambdas/contracts/observation.ts';

/** What the desk makes of observations: of each alert the newest version, its pages together. */
export function toldAlerts() {
  const newest = new Map<string, { version: number; pages: Observation[] }>();
  return {
    tell(observation: Observation): Promise<void> {
      const version = observation.part.orderedBy[0]?.[1] ?? 0;
      const known = newest.get(observation.key);
      if (!known || version > known.version) newest.set(observation.key, { version, pages: [observation] });
      else if (version === known.version) known.pages.push(observation);
      return Promise.resolve();
    },
    all: () => [...newest.values()].map(({ pages: [first] }) => first as Observation),
    /** The resources that are open in any alert, as the observations name them. */
    openResources: () =>
      [...newest.values()]
        .flatMap(({ pages }) => pages)
        .flatMap(({ part }) => part.resources)
        .filter(({ status }) => status !== 'RESOLVED')
        .map(({ id }) => id)
        .sort(),
  };
}
