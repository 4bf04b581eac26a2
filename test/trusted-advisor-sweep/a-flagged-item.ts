import type { SnapshotItem } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

type AFlaggedItem = Partial<Omit<SnapshotItem, 'item'>> & { item?: Partial<SnapshotItem['item']> };

/** A bucket that anybody may read, red since 2026-11-10. */
export function aFlaggedItem({ item, ...over }: AFlaggedItem = {}): SnapshotItem {
  return {
    check: { id: 'Pfx0RwqBli', name: 'Amazon S3 Bucket Permissions', category: 'security' },
    key: 'till',
    severity: 'error',
    firstSeen: '2026-11-10',
    ...over,
    item: { status: 'error', region: 'eu-central-1', fields: { 'Bucket Name': 'till' }, ...item },
  };
}

/** A service limit that is so full. */
export function aLimit(used: string, amount = '100', over: AFlaggedItem = {}): SnapshotItem {
  return aFlaggedItem({
    check: { id: 'lN7RR0l7J9', name: 'VPCs', category: 'service_limits' },
    key: `vpcs-${used}`,
    severity: 'warning',
    ...over,
    item: {
      status: 'warning',
      fields: { Service: 'VPC', 'Limit Name': 'VPCs', 'Limit Amount': amount, 'Current Usage': used },
      ...over.item,
    },
  });
}

/** An idle database that costs so much, as Trusted Advisor writes it. */
export function aSaving(amount: string, over: AFlaggedItem = {}): SnapshotItem {
  return aFlaggedItem({
    check: { id: 'Ti39halfu8', name: 'Amazon RDS Idle DB Instances', category: 'cost_optimizing' },
    key: `idle-${amount}`,
    severity: 'warning',
    ...over,
    item: {
      status: 'warning',
      fields: { 'DB Instance Name': 'orders', 'Estimated Monthly Savings (On Demand)': amount },
      ...over.item,
    },
  });
}
