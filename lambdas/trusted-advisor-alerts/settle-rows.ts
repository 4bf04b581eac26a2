import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { ItemPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';

/** Takes the mark from rows that were told. One that another has written since is theirs to tell. */
export async function settleRows(rows: AdvisorRow[], { write }: Pick<ItemPorts, 'write'>): Promise<void> {
  for (const row of rows.filter(({ pending }) => pending)) {
    try {
      await write({ ...row, pending: undefined, formerAlert: undefined });
    } catch (error) {
      if (!(error instanceof RetryLaterError)) throw error;
    }
  }
}
