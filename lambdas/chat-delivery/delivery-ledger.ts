import type { DeliveryPorts } from '#lambdas/chat-delivery/deliver-alert.ts';
import {
  HEAD_ROW,
  type Head,
  OWED_INDEX,
  PART_ROW_PREFIX,
  type PartResources,
  RECEIPT_ROW_PREFIX,
  type Receipt,
  type SampledResource,
  THREAD_PARTITION_PREFIX,
  type ThreadRoot,
} from '#lambdas/contracts/ledger.ts';
import { bodyOf, type Item, ledgerRows } from '#lambdas/runtime/ledger-rows.ts';

type DeliveryLedger = Pick<
  DeliveryPorts,
  'readHead' | 'readReceipt' | 'writeReceipt' | 'readThreadRoot' | 'writeThreadRoot' | 'listResources'
>;

/** More names than this are for the console of AWS, not for a chat thread. */
const RESOURCES_LISTED = 160;
const PARTS_READ = 50;

/** The ledger as chat-delivery uses it. */
export function deliveryLedger(table: string, now: () => Date): DeliveryLedger {
  const rows = ledgerRows(table);
  return {
    readHead: (key) => rows.read<Head>({ alert: key, row: HEAD_ROW }),

    readReceipt: (key, channel) => rows.read<Receipt>({ alert: key, row: `${RECEIPT_ROW_PREFIX}${channel}` }),

    async writeReceipt(key, receipt, before) {
      const row = `${RECEIPT_ROW_PREFIX}${receipt.channel}`;
      const owed: Item = receipt.owedAt
        ? { owed: { S: OWED_INDEX }, owedAt: { N: String(Date.parse(receipt.owedAt)) } }
        : {};
      const writes = before?.writes ?? 0;
      const written = { ...receipt, writes: writes + 1 };
      await rows.write({ alert: key, row }, written, writes, writes + 1, now(), owed);
      return written;
    },

    readThreadRoot: (thread, channel) => rows.read<ThreadRoot>(rootKey(thread, channel)),

    writeThreadRoot: (thread, channel, root) =>
      rows.write(rootKey(thread, channel), root, root.writes - 1, root.writes, now()),

    async listResources(key, channel) {
      const items = rows.query({
        ConsistentRead: true,
        KeyConditionExpression: 'alert = :alert AND begins_with(#row, :prefix)',
        FilterExpression: 'contains(channels, :channel)',
        ExpressionAttributeNames: { '#row': 'row' },
        ExpressionAttributeValues: {
          ':alert': { S: key },
          ':prefix': { S: PART_ROW_PREFIX },
          ':channel': { S: channel },
        },
        Limit: PARTS_READ,
      });
      const resources: SampledResource[] = [];
      for await (const item of items) {
        resources.push(...namedResources(bodyOf<PartResources>(item)));
        if (resources.length >= RESOURCES_LISTED) break;
      }
      return resources.slice(0, RESOURCES_LISTED);
    },
  };
}

function rootKey(thread: string, channel: string) {
  return { alert: `${THREAD_PARTITION_PREFIX}${thread}`, row: `${RECEIPT_ROW_PREFIX}${channel}` };
}

function namedResources({ id, account, pages }: PartResources): SampledResource[] {
  const numbers = Object.keys(pages)
    .map(Number)
    .sort((a, b) => a - b);
  const named = numbers.flatMap((number) => pages[number]?.first ?? []);
  return named.map((resource) => ({ ...resource, part: id, ...(account ? { account } : {}) }));
}
