import type { CasePermit } from '#lambdas/contracts/support/case-row.ts';
import type { ReadCase } from '#lambdas/support-cases/read/case-api.ts';
import { hashOf } from '#lambdas/support-cases/sync/message-key.ts';

/** Of all that AWS says of a case in one answer: where it is the same again, nothing has to be read or written. */
export function caseFingerprint(found: ReadCase, permits: readonly CasePermit[]): string {
  const { caseId: _oneOfSeveral, ...said } = found;
  return hashOf(JSON.stringify([said, permits]));
}
