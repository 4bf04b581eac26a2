import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import {
  paginateListSubscriptionsByTopic,
  SNSClient,
  type Subscription as SnsSubscription,
} from '@aws-sdk/client-sns';
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
    return judgeAlarmEmails(settings.alarmEmails, { subscriptions, topic }, stack);
  },
};

type Alarms = { subscriptions: Subscription[]; topic: string | undefined };

export function judgeAlarmEmails(
  emails: string[],
  { subscriptions, topic }: Alarms,
  stack: string,
): Observed[] {
  const deploy = `npx cdk deploy ${stack}`;
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
          mend: topic ? `${deploy}; where that changes nothing, ${subscribe(topic, email)}` : deploy,
        };
  });
}

/** For an address whose first mail ran out: a deployment does not send a second one. */
function subscribe(topic: string, email: string): string {
  const [, , , region] = topic.split(':');
  return `aws sns subscribe --topic-arn ${topic} --protocol email --notification-endpoint ${email} --region ${region}`;
}

async function askSubscriptions(client: SNSClient, topic: string): Promise<Subscription[]> {
  const found: Subscription[] = [];
  const pages = paginateListSubscriptionsByTopic({ client }, { TopicArn: topic });
  for await (const { Subscriptions = [] } of pages) found.push(...toSubscriptions(Subscriptions));
  return found;
}

/** Instead of an ARN SNS says `PendingConfirmation`, or `Deleted`. */
export function toSubscriptions(listed: SnsSubscription[]): Subscription[] {
  return listed
    .filter(({ SubscriptionArn }) => SubscriptionArn !== 'Deleted')
    .map(({ Endpoint = '', SubscriptionArn = '' }) => ({
      endpoint: Endpoint,
      isConfirmed: SubscriptionArn.startsWith('arn:'),
    }));
}
