/**
 * Types of which a configuration item with a map of tags was seen, so that no managed rule need prove it. One that
 * lists its tags elsewhere (`configuration.Tags`) is no proof: rules read the map alone.
 */
export const SEEN_WITH_TAGS = [
  'AWS::EC2::Instance',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
];
