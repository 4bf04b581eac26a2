import { PART_ROW_PREFIX, type PartProgress } from '#lambdas/contracts/ledger.ts';
import {
  HEALTH_RECONCILE_ROW,
  type HealthSweepState,
  SWEEPS_PARTITION,
} from '#lambdas/contracts/sweep-state.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';
import { bodyOf, ledgerRows } from '#lambdas/runtime/ledger-rows.ts';

const STATE = { alert: SWEEPS_PARTITION, row: HEALTH_RECONCILE_ROW };

/** What health-reconcile reads and keeps in the ledger; alerts are the desk's to write. */
export function reconcileLedger(
  table: string,
): Pick<ReconcilePorts, 'readState' | 'writeState' | 'knownParts'> {
  const rows = ledgerRows(table);
  return {
    readState: () => rows.read<HealthSweepState>(STATE),

    writeState: (state, now) => rows.write(STATE, state, state.revision - 1, state.revision, now),

    async knownParts(key) {
      const items = rows.query({
        KeyConditionExpression: 'alert = :alert AND begins_with(#row, :prefix)',
        ExpressionAttributeNames: { '#row': 'row' },
        ExpressionAttributeValues: { ':alert': { S: key }, ':prefix': { S: PART_ROW_PREFIX } },
        ProjectionExpression: 'body',
      });
      const parts = new Map<string, PartProgress>();
      for await (const item of items) {
        // Of a row only what is asked for: of thousands the names alone would not fit into memory.
        const { id, orderedBy, hash, pages } = bodyOf<PartProgress>(item);
        const progress = Object.entries(pages).map(
          ([number, page]) => [number, { hash: page.hash, total: page.total, update: page.update }] as const,
        );
        parts.set(id, { id, orderedBy, hash, pages: Object.fromEntries(progress) });
      }
      return parts;
    },
  };
}
