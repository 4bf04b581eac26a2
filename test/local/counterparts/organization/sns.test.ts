import {
  ListSubscriptionsByTopicCommand,
  NotFoundException,
  paginateListSubscriptionsByTopic,
  SNSClient,
} from '@aws-sdk/client-sns';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOME, HUB, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const TOPIC = `arn:aws:sns:${HOME}:${HUB}:ReeveHub-AlarmsTopic-1ABC`;

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
  served.world.hubResources = [{ logicalId: 'AlarmsTopic', type: 'AWS::SNS::Topic', physicalId: TOPIC }];
});
afterEach(() => served.close());

const list = async (TopicArn = TOPIC, place = {}, NextToken?: string) =>
  (await served.clientOf(SNSClient, place).send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken })))
    .Subscriptions;

test('An address that has not confirmed has no ARN yet', async () => {
  served.world.alarmEmails = ['on@example.com', 'waiting@example.com'];
  served.world.pendingSubscriptions = ['waiting@example.com'];
  expect(await list()).toEqual([
    {
      SubscriptionArn: expect.stringContaining(`${TOPIC}:`) as unknown,
      Owner: HUB,
      Protocol: 'email',
      Endpoint: 'on@example.com',
      TopicArn: TOPIC,
    },
    expect.objectContaining({ SubscriptionArn: 'PendingConfirmation', Endpoint: 'waiting@example.com' }),
  ]);
});

test('Subscriptions come in pages', async () => {
  served.world.alarmEmails = Array.from({ length: 201 }, (_, index) => `p${index}@example.com`);
  const client = served.clientOf(SNSClient);
  const sizes: number[] = [];
  for await (const page of paginateListSubscriptionsByTopic({ client }, { TopicArn: TOPIC }))
    sizes.push(page.Subscriptions?.length ?? 0);
  expect(sizes).toEqual([100, 100, 1]);
  await expect(list(TOPIC, {}, 'made up')).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('A topic that is not there, of another Region or of another account is refused', async () => {
  await expect(list(`${TOPIC}X`)).rejects.toBeInstanceOf(NotFoundException);
  await expect(list(TOPIC, { region: 'eu-west-1' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await expect(list(TOPIC, { account: MEMBER })).rejects.toMatchObject({
    name: 'AuthorizationErrorException',
  });
});

test("A permission that lacks is said in SNS's own word", async () => {
  served.faults.deny('sns:ListSubscriptionsByTopic');
  await expect(list()).rejects.toMatchObject({ name: 'AuthorizationErrorException' });
});
