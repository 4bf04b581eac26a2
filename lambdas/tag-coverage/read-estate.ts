import type { Row } from '#lambdas/contracts/report.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { RecheckRequest } from '#lambdas/contracts/tags/recheck-request.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { CoverageCounts } from '#lambdas/tag-coverage/judge/coverage-counts.ts';
import { judgeResource } from '#lambdas/tag-coverage/judge/judge-resource.ts';
import { violationRows } from '#lambdas/tag-coverage/publish/violation-rows.ts';
import { GLOBAL, placeKey } from '#lambdas/tag-coverage/read/place.ts';
import { sideBySide } from '#lambdas/tag-coverage/read/side-by-side.ts';
import type { Sight } from '#lambdas/tag-coverage/read/sight.ts';
import type { SweptResource } from '#lambdas/tag-coverage/read/swept-resource.ts';
import { toSweptResource } from '#lambdas/tag-coverage/read/to-swept-resource.ts';
import { typeQueries } from '#lambdas/tag-coverage/read/type-queries.ts';
import type { ViolationMemory } from '#lambdas/tag-coverage/remember/violation-memory.ts';
import type { SweepPorts } from '#lambdas/tag-coverage/sweep-ports.ts';

/** More would only be throttled. */
const QUERIES_AT_ONCE = 5;

export type Estate = {
  at: Date;
  types: readonly string[];
  accountOf: (id: string) => Account;
  counts: CoverageCounts;
  sight: Pick<Sight, 'recordsGlobal'>;
  memory: ViolationMemory;
  /** How many were left out, and why. */
  tally: { madeByAws: number; exempt: number; outOfScope: number };
};

type Ports = Pick<SweepPorts, 'aggregator' | 'hasTime' | 'recheck' | 'settings'>;

/**
 * Reads all resources of some types, counts them, has required-tags look at those that violate anew, and gives what
 * violates as rows, page by page: none is kept.
 */
export async function* readEstate(estate: Estate, ports: Ports): AsyncGenerator<Row[]> {
  const date = estate.at.toISOString().slice(0, 10);
  const { ownerKey } = ports.settings;
  const seenTwice = seenBefore();
  const pages = typeQueries(estate.types).map((query) => ports.aggregator.select(query));
  for await (const page of sideBySide(pages, QUERIES_AT_ONCE)) {
    if (!ports.hasTime()) throw new RetryLaterError('No time was left for more pages of the aggregator');
    const rows: Row[] = [];
    const rechecks: RecheckRequest[] = [];
    for (const text of page) {
      const resource = toSweptResource(text);
      if (seenTwice(resource)) continue;
      const account = estate.accountOf(resource.account);
      const violations = count(resource, account, estate, ports);
      if (violations.length === 0) continue;
      rows.push(...violationRows(resource, violations, { date, account, ownerKey }));
      if (estate.memory.add(resource, violations))
        rechecks.push({ ...toRecheck(resource, estate), violates: true });
    }
    if (rechecks.length > 0) await ports.recheck(rechecks);
    yield rows;
  }
}

function count(
  resource: SweptResource,
  account: Account,
  { at, counts, memory, tally }: Estate,
  { settings }: Ports,
) {
  const verdict = judgeResource(settings.policy, resource, account, at);
  if (verdict.kind !== 'out-of-scope') memory.see(resource);
  switch (verdict.kind) {
    case 'held':
      counts.add(resource, verdict.violations);
      return verdict.violations;
    case 'exempt':
      counts.addExempt(resource);
      tally.exempt += 1;
      return [];
    case 'made-by-aws':
      tally.madeByAws += 1;
      return [];
    case 'out-of-scope':
      tally.outOfScope += 1;
      return [];
  }
}

/** Has required-tags look at a resource where it is recorded. */
export function toRecheck(
  resource: Pick<RecheckRequest, 'account' | 'region' | 'type' | 'id'>,
  { at, sight }: Pick<Estate, 'at' | 'sight'>,
): RecheckRequest {
  const { account, region, type, id } = resource;
  const askIn = region === GLOBAL ? sight.recordsGlobal(account, type) : undefined;
  return { kind: 'recheck', account, region, type, id, ...(askIn ? { askIn } : {}), at: at.toISOString() };
}

/** What is global comes once from each Region that records it. */
function seenBefore(): (resource: SweptResource) => boolean {
  const seen = new Set<string>();
  return (resource) => {
    if (resource.region !== GLOBAL) return false;
    const name = `${placeKey(resource)}/${resource.type}/${resource.id}`;
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  };
}
