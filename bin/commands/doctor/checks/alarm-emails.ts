import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import type { Check } from '#bin/commands/doctor/check.ts';
import { findResource } from '#bin/commands/doctor/facts/hub-stack.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { unlessHubDeployed } from '#bin/commands/doctor/unless-hub-deployed.ts';

/** What the topic knows of an address. */
export type Subscription = { endpoint: string; isConfirmed: boolean };

/** Somebody hears of Reeve's own failures. */
export const alarmEmails: Check = {
  name: 'alarm-emails',
  area: 'Hub',
  about: "The addresses for alarms about Reeve itself have followed the link of AWS's mail",
  asks: 'the hub account',
  actions: [
    'cloudformation:DescribeStacks',
    'cloudformation:ListStackResources',
    'sns:ListSubscriptionsByTopic',
  ],
  skip: unlessHubDeployed,
  async run({ client, settings, stack }) {
    const topic = await findResource(
      await client(CloudFormationClient, 'hub'),
      stack,
      'AWS::SNS::Topic',
      'Alarms',
    );
    const subscriptions =
      topic === undefined ? [] : await askSubscriptions(await client(SNSClient, 'hub'), topic);
    return judgeAlarmEmails(settings.alarmEmails, subscriptions, stack);
  },
};

export function judgeAlarmEmails(emails: string[], subscriptions: Subscription[], stack: string): Observed[] {
  return emails.map((email): Observed => {
    const found = subscriptions.filter(({ endpoint }) => endpoint.toLowerCase() === email.toLowerCase());
    if (found.some(({ isConfirmed }) => isConfirmed))
      return { verdict: 'ok', text: `${email} gets the alarms` };
    return found.length > 0
      ? {
          verdict: 'failed',
          text: `${email} has not confirmed, and gets no alarms`,
          mend: 'Follow the link in the mail "AWS Notification - Subscription Confirmation" within three days',
        }
      : {
          verdict: 'failed',
          text: `${email} is not subscribed to the alarms`,
          mend: `npx cdk deploy ${stack}; an address that was not confirmed in time: take it out, deploy, put it in, deploy`,
        };
  });
}

/** Instead of an ARN SNS says `PendingConfirmation`, or `Deleted`. */
async function askSubscriptions(client: SNSClient, topic: string): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
    { client },
    { TopicArn: topic },
  )) {
    for (const { Endpoint = '', SubscriptionArn = '' } of Subscriptions) {
      if (SubscriptionArn === 'Deleted') continue;
      subscriptions.push({ endpoint: Endpoint, isConfirmed: SubscriptionArn.startsWith('arn:') });
    }
  }
  return subscriptions;
}
