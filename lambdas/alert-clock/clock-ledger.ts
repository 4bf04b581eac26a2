import type { ClockPorts } from '#lambdas/alert-clock/wake-alerts.ts';
import { DUE_INDEX, OWED_INDEX, RECEIPT_ROW_PREFIX } from '#lambdas/contracts/ledger.ts';
import { type Item, ledgerRows } from '#lambdas/runtime/ledger-rows.ts';

/** Whatever the ledger says then: the index holds keys only, so that it costs nothing when a row changes. */
const ANY_REVISION = 1;

/** The clock's side of the ledger table: its two sparse indexes, each with all its rows in one partition. */
export function clockLedger(table: string): Pick<ClockPorts, 'listDue' | 'listOwed'> {
  const rows = ledgerRows(table);

  function until(index: string, time: string, now: Date): AsyncIterable<Item> {
    return rows.query({
      IndexName: index,
      KeyConditionExpression: '#index = :index AND #time <= :now',
      ExpressionAttributeNames: { '#index': index, '#time': time },
      ExpressionAttributeValues: { ':index': { S: index }, ':now': { N: String(now.getTime()) } },
    });
  }

  return {
    async *listDue(now) {
      for await (const item of until(DUE_INDEX, 'dueAt', now)) {
        const key = item['alert']?.S ?? '';
        yield { key, scope: item['scope']?.S ?? key, dueAt: Number(item['dueAt']?.N) };
      }
    },
    async *listOwed(now) {
      for await (const item of until(OWED_INDEX, 'owedAt', now)) {
        const key = item['alert']?.S ?? '';
        const channel = (item['row']?.S ?? '').slice(RECEIPT_ROW_PREFIX.length);
        yield { key, channel, revision: ANY_REVISION, owedAt: Number(item['owedAt']?.N) };
      }
    },
  };
}
