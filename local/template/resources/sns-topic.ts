import type { ResourceReader } from '../resource.ts';

/** AWS::SNS::Topic. Its policy comes from AWS::SNS::TopicPolicy. */
export const readTopic: ResourceReader = ({ logicalId, name, arn, properties }, estate) => {
  properties.optionalString('TopicName');
  estate.topics.push({ logicalId, name, arn });
};
