import type { ClockPorts } from '#lambdas/alert-clock/wake-alerts.ts';
import { DUE_INDEX, type Head, OWED_INDEX, type Receipt } from '#lambdas/contracts/ledger.ts';
import { bodyOf, type Item, ledgerRows } from '#lambdas/runtime/ledger-rows.ts';

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
        const { key, content } = bodyOf<Head>(item);
        yield { key, scope: content.scope, dueAt: Number(item['dueAt']?.N) };
      }
    },
    async *listOwed(now) {
      for await (const item of until(OWED_INDEX, 'owedAt', now)) {
        const { channel, revision } = bodyOf<Receipt>(item);
        const key = item['alert']?.S ?? '';
        yield { key, channel, revision: revision + 1, owedAt: Number(item['owedAt']?.N) };
      }
    },
  };
}
