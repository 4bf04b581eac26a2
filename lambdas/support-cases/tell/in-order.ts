import { CASE_CHANGES, type CaseChange } from '#lambdas/contracts/support/case-change.ts';

/** Changes by when they happened; of one moment as a case lives. Nothing of it depends on the order they came in. */
export function inOrder(changes: readonly CaseChange[]): CaseChange[] {
  return changes.toSorted(
    (one, other) =>
      Date.parse(one.at) - Date.parse(other.at) ||
      CASE_CHANGES.indexOf(one.kind) - CASE_CHANGES.indexOf(other.kind) ||
      (one.count ?? 0) - (other.count ?? 0) ||
      (one.key ?? '').localeCompare(other.key ?? '', 'en'),
  );
}
