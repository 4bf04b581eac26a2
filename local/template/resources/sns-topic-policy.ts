import { readPolicyDocument } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::SNS::TopicPolicy. */
export const readTopicPolicy: ResourceReader = ({ properties, afterAll }, estate) => {
  const document = readPolicyDocument(properties, 'PolicyDocument');
  const arns = properties.strings('Topics');
  afterAll(() => {
    for (const arn of arns) {
      const topic = estate.topics.find((each) => each.arn === arn);
      if (!topic) throw properties.refusal('Topics', `${arn} is no topic of these stacks`);
      if (topic.policy)
        throw properties.refusal('Topics', `${topic.name} has another policy, which this replaces`);
      topic.policy = document;
    }
  });
};
