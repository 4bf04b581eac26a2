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

/** The Regions that answer for a partition's one Support, the usual one first. */
export function supportRegionsOf(region: string): string[] {
  const usual = globalRegionOf(region);
  return usual === 'us-east-1' ? [usual, 'us-west-2', 'eu-west-1'] : [usual];
}
