import { readPolicyDocument } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::SQS::QueuePolicy; names its queues by their URLs. */
export const readQueuePolicy: ResourceReader = ({ scope, properties, afterAll }, estate) => {
  const document = readPolicyDocument(properties, 'PolicyDocument');
  const urls = properties.strings('Queues');
  afterAll(() => {
    for (const url of urls) {
      const queue = estate.queues.find(({ name }) => scope.queueUrl(name) === url);
      if (!queue) throw properties.refusal('Queues', `${url} is no queue of these stacks`);
      if (queue.policy)
        throw properties.refusal('Queues', `${queue.name} has another policy, which this replaces`);
      queue.policy = document;
    }
  });
};
