import type { CaseChange, CaseChangeKind } from '#lambdas/contracts/support/case-change.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { changeText } from '#lambdas/support-cases/tell/change-text.ts';
import { inOrder } from '#lambdas/support-cases/tell/in-order.ts';

/** What the desk keeps of a line. */
const LENGTH = 300;
/** What gives way where a line is too long, the first first: the message itself says it too. */
const DISPENSABLE: CaseChangeKind[] = [
  'created',
  'edited',
  'replied',
  'permit-ended',
  'answer-late',
  'reopened',
  'answered',
  'still-waiting',
  'reopen-ends',
  'waiting',
];

/** What happened as one line for the thread: sentences, the oldest first. Empty: nothing did. */
export function entryOf(
  row: CaseRow,
  changes: readonly CaseChange[],
  targets: Record<string, number>,
): string {
  let told = inOrder(together(changes));
  const textOf = () => told.map((change) => changeText(row, change, targets)).join(' ');
  for (const kind of DISPENSABLE) {
    if (textOf().length <= LENGTH) break;
    told = told.filter((change) => change.kind !== kind);
  }
  return textOf();
}

/** Changes of several readings that were not told yet: of a kind one, with the newest moment and all messages. */
function together(changes: readonly CaseChange[]): CaseChange[] {
  const distinct = new Map(
    inOrder(changes).map((change) => [
      JSON.stringify([change.kind, change.at, change.count, change.key]),
      change,
    ]),
  );
  const kinds = Map.groupBy(distinct.values(), ({ kind }) => kind);
  return [...kinds.values()].flatMap((same) => {
    const newest = same.at(-1);
    if (!newest) return [];
    const counts = same.flatMap(({ count }) => count ?? []);
    return [
      { ...newest, ...(counts.length > 0 ? { count: counts.reduce((sum, count) => sum + count, 0) } : {}) },
    ];
  });
}
