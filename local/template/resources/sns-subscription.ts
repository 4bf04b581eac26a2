import type { ResourceReader } from '../resource.ts';

const TO_PEOPLE = ['email', 'email-json', 'sms'];

/** AWS::SNS::Subscription of people; what a topic sends them ends in the console. */
export const readSubscription: ResourceReader = ({ properties, afterAll }, estate) => {
  const protocol = properties.string('Protocol');
  if (!TO_PEOPLE.includes(protocol)) throw properties.refusal('Protocol', `${protocol} is not emulated`);
  const topicArn = properties.string('TopicArn');
  afterAll(() => {
    if (estate.topics.some(({ arn }) => arn === topicArn)) return;
    throw properties.refusal('TopicArn', `${topicArn} is no topic of these stacks`);
  });
};
