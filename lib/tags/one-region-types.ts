import { partitionOf } from '#lib/regions.ts';

/**
 * Types of global services, which AWS Config records in one Region of the partition `aws` and nowhere else.
 * https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html#select-resources-all
 */
const ONE_REGION: Readonly<Record<string, string>> = {
  'AWS::CloudFront::Distribution': 'us-east-1',
  'AWS::CloudFront::StreamingDistribution': 'us-east-1',
  'AWS::ECR::PublicRepository': 'us-east-1',
  'AWS::GlobalAccelerator::Accelerator': 'us-west-2',
  'AWS::GlobalAccelerator::EndpointGroup': 'us-west-2',
  'AWS::GlobalAccelerator::Listener': 'us-west-2',
  'AWS::Route53::HostedZone': 'us-east-1',
};

/** A type that no rule sees, and the Region in which one would. */
export type UnseenType = { type: string; region: string };

/** Of these types, those of which AWS Config records nothing in any of these Regions. */
export function unseenTypes(types: readonly string[], regions: readonly string[]): UnseenType[] {
  if (regions.some((region) => partitionOf(region) !== 'aws')) return [];
  return types.flatMap((type) => {
    const region = ONE_REGION[type];
    return region === undefined || regions.includes(region) ? [] : [{ type, region }];
  });
}
