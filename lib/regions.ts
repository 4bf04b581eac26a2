import { partitionOf } from '#lambdas/contracts/regions.ts';

export { globalRegionOf, partitionOf } from '#lambdas/contracts/regions.ts';

/**
 * The Region that gets a copy of every Health event of the partition's others; what happens in itself is
 * copied to the global Region.
 * https://docs.aws.amazon.com/health/latest/ug/about-public-events.html
 */
export function healthBackupRegionOf(region: string): string {
  const byPartition: Record<string, string> = { 'aws-cn': 'cn-northwest-1', 'aws-us-gov': 'us-gov-east-1' };
  return byPartition[partitionOf(region)] ?? 'us-west-2';
}
