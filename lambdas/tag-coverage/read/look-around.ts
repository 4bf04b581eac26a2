import { isInScope } from '#lambdas/contracts/tags/policy-scope.ts';
import { tagsOfType } from '#lambdas/contracts/tags/tag-policy.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import { calibrateTypes } from '#lambdas/tag-coverage/blind/calibrate-types.ts';
import { checkPlaces, type PlaceStanding } from '#lambdas/tag-coverage/blind/check-places.ts';
import { homesOf } from '#lambdas/tag-coverage/blind/global-types.ts';
import { type Sight, sightOf } from '#lambdas/tag-coverage/read/sight.ts';
import type { SourceStatus } from '#lambdas/tag-coverage/read/source-status.ts';
import type { SweepPorts } from '#lambdas/tag-coverage/sweep-ports.ts';

export type Surroundings = {
  sight: Sight;
  standings: PlaceStanding[];
  /** Accounts and Regions of the settings. */
  asked: number;
  types: string[];
  notRecorded: string[];
};

/** What can be seen of the estate, before any of it is counted. */
export async function lookAround(known: KnownAccounts, ports: SweepPorts): Promise<Surroundings> {
  const { settings, aggregator, globalRegion } = ports;
  const { policy, unprovenTypes } = settings;
  const needed = policy.types.filter((type) => tagsOfType(policy, type).length > 0);
  const accounts = known.asked.filter((account) => isInScope(policy, account));
  const regions = [...new Set([...ports.regions, ...homesOf(needed, globalRegion)])];
  const all = await checkPlaces(accounts, needed, { ...ports, regions });
  const { standings = [], globalStandings = [] } = Object.groupBy(all, ({ region }) =>
    ports.regions.includes(region) ? 'standings' : 'globalStandings',
  );
  const sources: SourceStatus[] = [];
  for await (const some of aggregator.sources()) sources.push(...some);
  const notRecorded = await calibrateTypes(
    needed.filter((type) => unprovenTypes.includes(type)),
    {
      select: aggregator.select,
      openAccount: ports.openAccount,
      globalRegion,
      report: (error) => ports.report('Tags of a sample could not be read', error),
    },
  );
  const sight = sightOf({
    standings,
    globalStandings,
    globalRegion,
    sources,
    types: needed,
    notRecorded,
    nameOf: (id) => known.of(id).name,
  });
  const types = needed.filter((type) => !notRecorded.includes(type));
  return { sight, standings: all, asked: standings.length, types, notRecorded };
}
