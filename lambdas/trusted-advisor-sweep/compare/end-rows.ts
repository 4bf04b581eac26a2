import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorRow, Ending } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { type CheckChoice, reasonNotWatched } from '#lambdas/contracts/trusted-advisor/select-checks.ts';
import type { Catalogue } from '#lambdas/trusted-advisor-sweep/read/catalogue.ts';

export type EndedRow = { check: AdvisorCheck; key: string; ending: Ending };

/**
 * Open rows that are over whatever the account says: AWS took the check away, the settings no longer choose it, or its id
 * became known and its items stand under that. `answered`: the checks whose items were read under their ids.
 */
export function endRows(
  rows: readonly AdvisorRow[],
  catalogue: Catalogue,
  answered: { has: (id: string) => boolean },
  choice: CheckChoice,
): EndedRow[] {
  return rows
    .filter(({ state }) => state === 'open')
    .flatMap(({ check, key }) => {
      const ending = endingOf(check, catalogue, answered, choice);
      return ending ? [{ check, key, ending }] : [];
    });
}

function endingOf(
  check: AdvisorCheck,
  catalogue: Catalogue,
  answered: { has: (id: string) => boolean },
  choice: CheckChoice,
): Ending | undefined {
  if (check.id === undefined) {
    const known = catalogue.named(check.name);
    // One that only events know: there is nobody to ask.
    if (!known) return reasonNotWatched(check, choice) === undefined ? undefined : 'not-watched';
    if (!catalogue.isWatched(known)) return 'not-watched';
    return answered.has(known.id) ? 'renamed' : undefined;
  }
  const known = catalogue.of(check.id);
  if (!known) return 'gone';
  return catalogue.isWatched(known) ? undefined : 'not-watched';
}
