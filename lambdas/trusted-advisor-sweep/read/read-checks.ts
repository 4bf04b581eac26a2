import type { AdvisorRow, KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorApi, CheckSummary } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import { stateOf } from '#lambdas/trusted-advisor-sweep/read/advisor-errors.ts';
import { askInBatches } from '#lambdas/trusted-advisor-sweep/read/ask-in-batches.ts';
import type { Catalogue } from '#lambdas/trusted-advisor-sweep/read/catalogue.ts';
import { type ReadItem, toReadItem } from '#lambdas/trusted-advisor-sweep/read/to-read-item.ts';

/** So many summaries are asked for at once. */
const SUMMARIES_AT_ONCE = 100;
const NOT_AVAILABLE = 'not_available';

/** A check that answered. `at`: when Trusted Advisor looked, ISO 8601. */
export type CheckReading = { check: KnownCheck; at: string; items: ReadItem[] };

export type ChecksReading = {
  watched: KnownCheck[];
  summaries: Map<string, CheckSummary>;
  /** By the id of the check. One that is missing could not be read: nothing follows of its items. */
  answered: Map<string, CheckReading>;
  notAvailable: number;
  failures: { check: string; error: unknown }[];
  /** Ids that AWS does not know in this account. */
  refused: string[];
  /** Items that people excluded. */
  excluded: number;
  /** What kept the rest of the checks from being asked. */
  stoppedBy?: unknown;
};

/** Reads the watched checks of an account that flag something, or of which the table holds what is open. */
export async function readChecks(
  api: AdvisorApi,
  catalogue: Catalogue,
  rows: readonly AdvisorRow[],
  now: Date,
): Promise<ChecksReading> {
  const watched = catalogue.checks.filter(catalogue.isWatched);
  const ids = watched.map(({ id }) => id);
  const { answers, refused } = await askInBatches(ids, SUMMARIES_AT_ONCE, api.summaries);
  const summaries = new Map(answers.map((summary) => [summary.id, summary]));
  const reading: ChecksReading = {
    watched,
    summaries,
    answered: new Map(),
    notAvailable: 0,
    failures: [],
    refused,
    excluded: 0,
  };
  const open = checksOf(rows, catalogue);
  for (const check of watched) {
    if (refused.includes(check.id)) continue;
    const summary = summaries.get(check.id);
    if (!summary || summary.status === NOT_AVAILABLE) reading.notAvailable += 1;
    else if (summary.hasFlagged || open.has(check.id))
      await readCheck(reading, check, { api, catalogue, now });
    else addClean(reading, check, summary, now);
    if ('stoppedBy' in reading) break;
  }
  return reading;
}

function addClean(reading: ChecksReading, check: KnownCheck, summary: CheckSummary, now: Date): void {
  reading.excluded += summary.excluded;
  reading.answered.set(check.id, { check, at: summary.at ?? now.toISOString(), items: [] });
}

async function readCheck(
  reading: ChecksReading,
  check: KnownCheck,
  { api, catalogue, now }: { api: AdvisorApi; catalogue: Catalogue; now: Date },
): Promise<void> {
  try {
    const { status, at, resources } = await api.result(check.id);
    if (status === NOT_AVAILABLE) {
      reading.notAvailable += 1;
      return;
    }
    const items = resources.map((resource) => toReadItem(resource, catalogue.columnsOf(check.id)));
    reading.excluded += items.filter(({ state }) => state === 'excluded').length;
    reading.answered.set(check.id, { check, at: at ?? now.toISOString(), items });
  } catch (error) {
    // The others would be refused as well. Anything else may be the trouble of one check.
    if (stateOf(error) !== 'failed') reading.stoppedBy = error;
    else reading.failures.push({ check: check.id, error });
  }
}

/** The checks of which the table holds open items, also under a name alone. */
function checksOf(rows: readonly AdvisorRow[], catalogue: Catalogue): Set<string> {
  const open = rows.filter(({ state }) => state === 'open');
  return new Set(open.flatMap(({ check: { id, name } }) => id ?? catalogue.named(name)?.id ?? []));
}
