import type { Provenance } from '#lambdas/contracts/report.ts';
import { dayTableKey, stateKey, tableKey } from '#lambdas/contracts/report-keys.ts';
import { TAG_COVERAGE, TAG_VIOLATIONS } from '#lambdas/contracts/tags/tag-tables.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import { publishRows } from '#lambdas/runtime/tables/publish-rows.ts';
import type { PlaceStanding } from '#lambdas/tag-coverage/blind/check-places.ts';
import { type CoverageSummary, sumCoverage, toDayEntry } from '#lambdas/tag-coverage/coverage-summary.ts';
import { coverageCounts } from '#lambdas/tag-coverage/judge/coverage-counts.ts';
import { resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import { coverageRows } from '#lambdas/tag-coverage/publish/coverage-rows.ts';
import { publishPage } from '#lambdas/tag-coverage/publish/publish-page.ts';
import { toNotes } from '#lambdas/tag-coverage/publish/to-notes.ts';
import { lookAround } from '#lambdas/tag-coverage/read/look-around.ts';
import { placeKey } from '#lambdas/tag-coverage/read/place.ts';
import { watchedPlaces } from '#lambdas/tag-coverage/read/watched-places.ts';
import { type Estate, readEstate } from '#lambdas/tag-coverage/read-estate.ts';
import { recheckFindings } from '#lambdas/tag-coverage/recheck-findings.ts';
import { carryWaiting } from '#lambdas/tag-coverage/remember/carry-waiting.ts';
import { withDay } from '#lambdas/tag-coverage/remember/history.ts';
import type { SweepState } from '#lambdas/tag-coverage/remember/sweep-state.ts';
import { placesWhere, violationMemory } from '#lambdas/tag-coverage/remember/violation-memory.ts';
import type { SweepPorts } from '#lambdas/tag-coverage/sweep-ports.ts';
import { tellDigests } from '#lambdas/tag-coverage/tell-digests.ts';

const STATE_KEY = `${stateKey('tag-coverage', 'sweep')}.gz`;
/** Of a line of the log. */
const PLACES_LOGGED = 100;

export type SweepCount = {
  resources: number;
  compliant: number;
  blind: number;
  rechecks: number;
  opened: number;
  mended: number;
};

/**
 * Measures how much of the estate bears its required tags, writes it down, and has required-tags look at what no event
 * told. What it remembers is written last: a crash repeats, and loses nothing. Who cannot be asked is named, and an
 * error when all else is done.
 */
export async function sweepTags(ports: SweepPorts): Promise<SweepCount> {
  const { store, settings, now } = ports;
  const { policy } = settings;
  const at = now();
  const date = at.toISOString().slice(0, 10);
  const state = await readJson<SweepState>(store, STATE_KEY);
  const isFirst = state?.version !== policy.version;
  const known = await ports.readAccounts();
  const { sight, standings, asked, types, notRecorded } = await lookAround(known, ports);
  const isWatched = watchedPlaces(known, ports.regions);
  const firstAt = isFirst ? at.toISOString() : (state.firstAt ?? state.at);
  const places = placesWhere(isWatched, state?.places);
  const memory = violationMemory(isFirst ? carryWaiting(places, policy.types) : places, {
    date,
    graceDays: policy.graceDays,
    firstAt,
    isSeen: sight.isSeen,
  });

  const counts = coverageCounts(policy);
  const tally = { madeByAws: 0, exempt: 0, outOfScope: 0 };
  let rechecks = 0;
  const recheck: SweepPorts['recheck'] = async (requests) => {
    await ports.recheck(requests);
    rechecks += requests.length;
  };
  const estate: Estate = { at, types, accountOf: known.of, counts, sight, memory, tally };
  const leftOut = () => ({
    ...tally,
    notRecorded,
    blind: sight.blind(memory.hasSeen),
    regions: ports.regions.length,
  });
  const provenanceOf = () => toProvenance(at, leftOut());
  const month = date.slice(0, 7);
  await publishRows(store, {
    schema: TAG_VIOLATIONS,
    key: tableKey(TAG_VIOLATIONS.name, month),
    period: month,
    rows: readEstate(estate, { ...ports, recheck }),
    provenanceOf,
  });

  const cells = counts.cells();
  await publishRows(store, {
    schema: TAG_COVERAGE,
    key: dayTableKey(TAG_COVERAGE.name, date),
    period: date,
    rows: coverageRows(date, cells, known.of),
    provenanceOf,
  });
  const sums = sumCoverage(cells, policy, known.of);
  const changes = memory.changes();
  const history = withDay(
    state?.history ?? [],
    toDayEntry(sums, { date, version: policy.version, ...changes }),
  );
  const summary: CoverageSummary = {
    ...sums,
    date,
    at: at.toISOString(),
    policy,
    leftOut: leftOut(),
    asked,
    history,
  };
  await publishPage(store, summary);
  const swept = { at, sight, memory, accountOf: known.of, isWatched };
  await recheckFindings(swept, { ...ports, recheck });
  const told = await tellDigests(summary, state, ports);
  const next: SweepState = {
    version: policy.version,
    at: at.toISOString(),
    firstAt,
    places: memory.places(),
    history,
    ...told,
  };
  await writeJson(store, STATE_KEY, next);

  throwFailures(standings, ports);
  const { compliant } = summary.total;
  return {
    resources: resourcesOf(summary.total),
    compliant,
    blind: summary.leftOut.blind.length,
    rechecks,
    ...changes,
  };
}

function toProvenance(at: Date, leftOut: Parameters<typeof toNotes>[0]): Provenance {
  return {
    run: `${at.toISOString().replaceAll(':', '').replace(/\.\d+/, '')}-daily`,
    fetchedAt: at.toISOString(),
    source: 'AWS Config',
    requests: 0,
    partial: leftOut.blind.length > 0,
    notes: toNotes(leftOut),
  };
}

function throwFailures(standings: PlaceStanding[], { report }: Pick<SweepPorts, 'report'>): void {
  const failures = standings.filter(({ error }) => error !== undefined);
  if (failures.length === 0) return;
  const byError = Map.groupBy(failures, ({ error }) => (error instanceof Error ? error.name : ''));
  for (const some of byError.values())
    report('Recorders could not be read', some[0]?.error, some.slice(0, PLACES_LOGGED).map(placeKey));
  const errors = failures.map((failure) => {
    const fields = { place: placeKey(failure) };
    return new PermanentError('Recorders could not be read', { cause: failure.error, fields });
  });
  throw new AggregateError(errors, 'Recorders of some accounts could not be read');
}
