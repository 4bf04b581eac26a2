import type { LineItem } from '#local/counterparts/cost-explorer/ledger/line-item.ts';

/** A line of a bill: a dollar of storage of one account, on a day of October. */
export function aLineItem(item: Partial<LineItem> = {}): LineItem {
  return {
    day: '2026-10-05',
    account: '000000000001',
    service: 'Amazon Simple Storage Service',
    region: 'eu-central-1',
    usageType: 'EUC1-TimedStorage-ByteHrs',
    unblended: '1',
    ...item,
  };
}
