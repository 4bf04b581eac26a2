import type { KnownCheck, KnownChecks } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { CheckChoice } from '#lambdas/contracts/trusted-advisor/select-checks.ts';
import { reasonNotWatched } from '#lambdas/contracts/trusted-advisor/select-checks.ts';
import type { OfferedCheck } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';

/** The checks that AWS offers at the moment. */
export type Catalogue = {
  checks: KnownCheck[];
  of: (id: string) => KnownCheck | undefined;
  /** The check that bears a name, or did so before. */
  named: (name: string) => KnownCheck | undefined;
  isWatched: (check: KnownCheck) => boolean;
  columnsOf: (id: string) => readonly (string | null)[];
};

/**
 * What is known of the checks once AWS has said what it offers: a name that changed is kept, and of a check whose maker
 * could not be asked for, what was known of it.
 */
export function mergeChecks(
  offered: readonly OfferedCheck[],
  sources: ReadonlyMap<string, string>,
  before: readonly KnownCheck[],
): KnownCheck[] {
  const known = new Map(before.map((check) => [check.id, check]));
  return offered.map(({ id, name, category }) => {
    const old = known.get(id);
    const source = sources.get(id) ?? old?.source;
    const names = new Set([...(old?.formerNames ?? []), ...(old ? [old.name] : [])]);
    names.delete(name);
    return {
      id,
      name,
      category,
      ...(source ? { source } : {}),
      ...(names.size > 0 ? { formerNames: [...names] } : {}),
    };
  });
}

/** Looks checks up, and says which of them the settings choose. */
export function catalogueOf(
  checks: KnownCheck[],
  offered: readonly OfferedCheck[],
  choice: CheckChoice,
): Catalogue {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const names = checks.flatMap((check) => (check.formerNames ?? []).map((name) => [name, check] as const));
  // A name that one check had and another has now is the latter's.
  const byName = new Map([...names, ...checks.map((check) => [check.name, check] as const)]);
  const columns = new Map(offered.map((check) => [check.id, check.columns]));
  return {
    checks,
    of: (id) => byId.get(id),
    named: (name) => byName.get(name),
    isWatched: (check) => reasonNotWatched(check, choice) === undefined,
    columnsOf: (id) => columns.get(id) ?? [],
  };
}

/** Whether what is known of checks changed, other than when it was read. */
export function isOtherThan(known: readonly KnownCheck[], before: KnownChecks | undefined): boolean {
  return JSON.stringify(known) !== JSON.stringify(before?.checks);
}
