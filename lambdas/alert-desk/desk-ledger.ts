import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { nextDue } from '#lambdas/alert-desk/next-due.ts';
import type { PartRow } from '#lambdas/alert-desk/part-row.ts';
import {
  DUE_INDEX,
  HEAD_ROW,
  type Head,
  MUTES_PARTITION,
  OPEN_INDEX,
  PART_ROW_PREFIX,
} from '#lambdas/contracts/ledger.ts';
import type { Mute } from '#lambdas/contracts/settings.ts';
import { bodyOf, type Item, ledgerRows } from '#lambdas/runtime/ledger-rows.ts';

type DeskLedger = Pick<
  DeskPorts,
  'readHead' | 'writeHead' | 'readPart' | 'writePart' | 'listParts' | 'listOpen' | 'readMutes'
>;

/** A new mute is heeded after this at the latest. */
const MUTES_CACHE_MS = 60_000;

/** The desk's side of the ledger table. */
export function deskLedger(table: string, now: () => Date): DeskLedger {
  const rows = ledgerRows(table);
  let mutes: { readAt: number; list: Mute[] } | undefined;

  /** Rows are kept for long after the last moment that they speak of. */
  function keepFrom(...times: (string | undefined)[]): Date {
    const moments = times.flatMap((time) => (time === undefined ? [] : [Date.parse(time)]));
    return new Date(Math.max(now().getTime(), ...moments));
  }

  return {
    readHead: (key) => rows.read<Head>({ alert: key, row: HEAD_ROW }),

    writeHead: (head, expectedRevision) => {
      const due = nextDue(head);
      const scope = { S: head.content.scope };
      const isAskedFor = head.status === 'open' && head.content.check !== undefined;
      const extras: Item = {
        ...(due === undefined ? {} : { due: { S: DUE_INDEX }, dueAt: { N: String(due) }, scope }),
        ...(isAskedFor ? { openScope: scope } : {}),
      };
      return rows.write(
        { alert: head.key, row: HEAD_ROW },
        head,
        expectedRevision,
        head.revision,
        keepFrom(head.content.startsAt, head.content.resolvesAt),
        extras,
      );
    },

    readPart: (key, partId) => rows.read<PartRow>({ alert: key, row: `${PART_ROW_PREFIX}${partId}` }),

    writePart: (key, part) => {
      const extras: Item = part.channels.length > 0 ? { channels: { SS: part.channels } } : {};
      const row = `${PART_ROW_PREFIX}${part.id}`;
      return rows.write(
        { alert: key, row },
        part,
        part.version - 1,
        part.version,
        keepFrom(part.keepUntil),
        extras,
      );
    },

    async *listParts(key, channel) {
      const items = rows.query({
        ConsistentRead: true,
        KeyConditionExpression: 'alert = :alert AND begins_with(#row, :prefix)',
        ExpressionAttributeNames: { '#row': 'row' },
        ExpressionAttributeValues: {
          ':alert': { S: key },
          ':prefix': { S: PART_ROW_PREFIX },
          ...(channel ? { ':channel': { S: channel } } : {}),
        },
        ...(channel ? { FilterExpression: 'contains(channels, :channel)' } : {}),
      });
      for await (const item of items) yield bodyOf<PartRow>(item);
    },

    async *listOpen(scope) {
      const items = rows.query({
        IndexName: OPEN_INDEX,
        KeyConditionExpression: 'openScope = :scope',
        ExpressionAttributeValues: { ':scope': { S: scope } },
      });
      for await (const item of items) yield item['alert']?.S ?? '';
    },

    async readMutes() {
      const time = now().getTime();
      if (mutes && time - mutes.readAt < MUTES_CACHE_MS) return mutes.list;
      const list: Mute[] = [];
      const items = rows.query({
        KeyConditionExpression: 'alert = :mutes',
        ExpressionAttributeValues: { ':mutes': { S: MUTES_PARTITION } },
      });
      for await (const item of items) list.push(bodyOf<Mute>(item));
      mutes = { readAt: time, list };
      return list;
    },
  };
}
