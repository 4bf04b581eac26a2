import { type AwsBackend, type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { pageOf } from './paging.ts';
import { queryBackend } from './query-protocol.ts';
import { uuidOf } from './stack-id.ts';

const PAGE_SIZE = 100;
const TOPIC_ARN = /^arn:aws:sns:([^:]+):(\d{12}):[^:]+$/;

/** SNS as far as it is asked: who is subscribed to the hub's topics, and who has not confirmed it yet. */
export function snsBackend({ world, identities }: Organization): AwsBackend {
  const refuseUnknown = (topic: string, { accessKeyId, region }: AwsCall) => {
    const [, topicRegion, owner] = TOPIC_ARN.exec(topic) ?? [];
    if (topicRegion !== region) throw new AwsError('InvalidParameter', 'Invalid parameter: TopicArn');
    const caller = identities.find(accessKeyId);
    if (owner !== caller.accountId) throw notAuthorized(caller.arn, topic);
    if (!world.hubResources?.some(({ physicalId }) => physicalId === topic))
      throw new AwsError('NotFound', 'Topic does not exist', 404);
  };

  return queryBackend({
    ListSubscriptionsByTopic: (input, call) => {
      const { TopicArn = '' } = input;
      refuseUnknown(TopicArn, call);
      const { alarmEmails = [], pendingSubscriptions } = world;
      const addresses = [...new Set([...alarmEmails, ...pendingSubscriptions])];
      const paging = { pageSize: PAGE_SIZE, emptyPages: false, badToken: 'InvalidParameter' };
      const { page, NextToken } = pageOf(addresses, input, call, paging);
      return {
        Subscriptions: page.map((Endpoint) => ({
          SubscriptionArn: pendingSubscriptions.includes(Endpoint)
            ? 'PendingConfirmation'
            : `${TopicArn}:${uuidOf(Endpoint)}`,
          Owner: TopicArn.split(':')[4],
          Protocol: 'email',
          Endpoint,
          TopicArn,
        })),
        NextToken,
      };
    },
  });
}

function notAuthorized(arn: string, topic: string): AwsError {
  const message = `User: ${arn} is not authorized to perform: SNS:ListSubscriptionsByTopic on resource: ${topic}`;
  return new AwsError('AuthorizationError', message, 403);
}
