/** The partition that a Region lies in. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** Where a partition's global services are: IAM, Organizations, Support, Trusted Advisor. */
export function globalRegionOf(region: string): string {
  const byPartition: Record<string, string> = { 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };
  return byPartition[partitionOf(region)] ?? 'us-east-1';
}

/**
 * The Region that gets a copy of every Health event of the partition's others; what happens in itself is
 * copied to the global Region.
 * https://docs.aws.amazon.com/health/latest/ug/about-public-events.html
 */
export function healthBackupRegionOf(region: string): string {
  const byPartition: Record<string, string> = { 'aws-cn': 'cn-northwest-1', 'aws-us-gov': 'us-gov-east-1' };
  return byPartition[partitionOf(region)] ?? 'us-west-2';
}
