/** The partition that a Region lies in. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** Where a partition's global services are: IAM, Organizations, Support, Trusted Advisor. */
export function globalRegionOf(region: string): string {
  const byPartition: Record<string, string> = {
    'aws-cn': 'cn-north-1',
    'aws-us-gov': 'us-gov-west-1',
    'aws-eusc': 'eusc-de-east-1',
  };
  return byPartition[partitionOf(region)] ?? 'us-east-1';
}
