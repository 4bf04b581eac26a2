import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import settings from '#config';
import { type ChatProducts, createChatProducts } from '#local/chat-products.ts';
import { Clock } from '#local/clock.ts';
import { startEgressGateway } from '#local/proxy/egress-gateway.ts';
import { watchRefusals } from '#test/conformance/hear-channels.ts';
import { type AwsAccount, awsAccount, HUB, MANAGEMENT } from '#test/conformance/mini-stack/aws-account.ts';
import { startMiniStack } from '#test/conformance/mini-stack/mini-stack.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

/** The hub, deployed to MiniStack, with the chat products of its settings as counterparts. */
export type DeployedHub = {
  products: ChatProducts;
  /** What the chat products turned down. */
  refusals: string[];
  bootstrap: () => Promise<void>;
  deploy: () => Promise<void>;
  /** Deploys what the management account gets, where nobody ran a bootstrap. */
  deployManagement: () => Promise<void>;
  /** Puts events of AWS Health on the default bus, all at once. */
  putHealthEvents: (...details: object[]) => Promise<void>;
  /** Sends a message to the queue whose name holds this word. */
  sendToQueue: (word: string, body: string) => Promise<void>;
  /** Resolves when every queue that a function reads is empty. */
  settled: () => Promise<void>;
  /** The number of messages in each queue that holds one. */
  queued: () => Promise<Record<string, number>>;
  log: () => string;
  stop: () => Promise<void>;
};

const STACK = 'ReeveHub';
const CALM_CHECKS = 3;
const SETTLE_SECONDS = 60;

export async function startHub(programs: string): Promise<DeployedHub> {
  const clock = new Clock();
  const channels = Object.entries(settings.channels).map(([name, channel]) => ({
    ...channel,
    name,
    secretName: `/${STACK}/channels/${name}`,
  }));
  const products = createChatProducts(channels, clock);
  const gateway = await startEgressGateway({ clock, hosts: products.hosts });
  const miniStack = await startMiniStack(programs, gateway.url).catch(async (error: unknown) => {
    await gateway.close();
    throw error;
  });
  const account = awsAccount(miniStack.url, HUB);
  const management = awsAccount(miniStack.url, MANAGEMENT);
  const queued = () => countQueued(account);

  return {
    products,
    refusals: watchRefusals(gateway),
    bootstrap: async () => {
      await account.cdk('bootstrap', `aws://${HUB.account}/${HUB.region}`);
    },
    deploy: async () => {
      const output = join(WORKSHOP, 'deployed');
      await account.cdk('deploy', STACK, '--require-approval', 'never', '--output', output);
      for (const [Name, Value] of Object.entries(products.secrets)) {
        await account.call('AmazonSSM.PutParameter', { Name, Value, Type: 'SecureString' });
      }
    },
    deployManagement: async () => {
      const stacks = ['ReeveManagement', `ReeveMember-${MANAGEMENT.region}`];
      const output = join(WORKSHOP, 'deployed');
      await management.cdk('deploy', ...stacks, '--require-approval', 'never', '--output', output);
    },
    putHealthEvents: async (...details) => {
      await Promise.all(details.map((detail) => putHealthEvent(account, detail)));
    },
    sendToQueue: async (word, MessageBody) => {
      const QueueUrl = (await queueUrls(account)).find((url) => url.includes(word));
      await account.call('AmazonSQS.SendMessage', { QueueUrl, MessageBody });
    },
    settled: async () => {
      const isCalm = async () => Object.keys(await queued()).every((name) => name.includes('DeadLetters'));
      const until = Date.now() + SETTLE_SECONDS * 1000;
      for (let calm = 0; calm < CALM_CHECKS; calm = (await isCalm()) ? calm + 1 : 0) {
        if (Date.now() > until) throw new Error(`Queues do not empty: ${JSON.stringify(await queued())}`);
        await sleep(200);
      }
    },
    queued,
    log: miniStack.log,
    stop: async () => {
      await miniStack.stop();
      await gateway.close();
      clock.stop();
    },
  };
}

async function putHealthEvent(account: AwsAccount, detail: object): Promise<void> {
  const entry = { Source: 'aws.health', DetailType: 'AWS Health Event', Detail: JSON.stringify(detail) };
  const answer = await account.call<{ FailedEntryCount: number }>('AWSEvents.PutEvents', {
    Entries: [entry],
  });
  if (answer.FailedEntryCount > 0) throw new Error('PutEvents refused');
}

async function queueUrls(account: AwsAccount): Promise<string[]> {
  return (await account.call<{ QueueUrls: string[] }>('AmazonSQS.ListQueues', {})).QueueUrls;
}

async function countQueued(account: AwsAccount): Promise<Record<string, number>> {
  const counts = await Promise.all(
    (await queueUrls(account)).map(async (QueueUrl): Promise<[string, number]> => {
      const request = { QueueUrl, AttributeNames: ['All'] };
      const { Attributes } = await account.call<{ Attributes: Record<string, string> }>(
        'AmazonSQS.GetQueueAttributes',
        request,
      );
      const waiting = Object.entries(Attributes).filter(([name]) => name.startsWith('ApproximateNumberOf'));
      return [QueueUrl.split('/').at(-1) ?? '', waiting.reduce((sum, [, count]) => sum + Number(count), 0)];
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
