import type { CasePermit, CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';

type Standing = Pick<CaseRow, 'status' | 'permits' | 'waitingSince' | 'createdAt'>;

/** Who has to do something next; `none`: the case is resolved. */
export type Turn = 'us' | 'aws' | 'none';

/** Requests of AWS's staff to see data that nobody has decided. */
export function pendingPermits({ permits }: Pick<CaseRow, 'permits'>): CasePermit[] {
  return permits.filter(({ status }) => status.toUpperCase() === 'PENDING');
}

/** Whether the case goes on only when we do something: answer, or decide on a request to see data. */
export function isOurTurn(row: Standing): boolean {
  return turnOf(row) === 'us';
}

export function turnOf(row: Standing): Turn {
  const state = caseStateOf(row.status);
  if (state === 'resolved') return 'none';
  return state === 'waiting-for-us' || pendingPermits(row).length > 0 ? 'us' : 'aws';
}

/** Since when it is our turn, ISO 8601: what AWS has waited for longest. Of an undated request, since the case began. */
export function ourTurnSince(row: Standing): string | undefined {
  if (!isOurTurn(row)) return undefined;
  const { waitingSince, createdAt } = row;
  const asked = pendingPermits(row).map(({ at }) => (at > createdAt ? at : createdAt));
  return [...(waitingSince === undefined ? [] : [waitingSince]), ...asked].sort()[0];
}
