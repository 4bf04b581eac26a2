import type { CasePermit, CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';

type Standing = Pick<CaseRow, 'status' | 'permits' | 'waitingSince'>;

/** Requests of AWS's staff to see data that nobody has decided. */
export function pendingPermits({ permits }: Pick<CaseRow, 'permits'>): CasePermit[] {
  return permits.filter(({ status }) => status.toUpperCase() === 'PENDING');
}

/** Whether the case goes on only when we do something: answer, or decide on a request to see data. */
export function isOurTurn(row: Standing): boolean {
  const state = caseStateOf(row.status);
  if (state === 'resolved') return false;
  return state === 'waiting-for-us' || pendingPermits(row).length > 0;
}

/** Since when it is our turn, as far as it is known: the row says, else the request that has waited longest. */
export function ourTurnSince(row: Standing): string | undefined {
  if (!isOurTurn(row)) return undefined;
  const asked = pendingPermits(row).map(({ at }) => at);
  return row.waitingSince ?? asked.sort()[0];
}
