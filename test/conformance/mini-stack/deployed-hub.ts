import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import settings from '#config';
import { type ChatProducts, createChatProducts } from '#local/chat-products.ts';
import { Clock } from '#local/clock.ts';
import { manyAccounts } from '#local/counterparts/cost-explorer/seeded/many-accounts.ts';
import { seededLedger } from '#local/counterparts/cost-explorer/seeded/seeded-ledger.ts';
import { startEgressGateway } from '#local/proxy/egress-gateway.ts';
import { watchRefusals } from '#test/conformance/hear-channels.ts';
import { type AwsAccount, awsAccount, HUB, MANAGEMENT } from '#test/conformance/mini-stack/aws-account.ts';
import { leaveOutUnknown } from '#test/conformance/mini-stack/leave-out.ts';
import { startMiniStack } from '#test/conformance/mini-stack/mini-stack.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';
import {
  type ServedCosts,
  serveCostExplorer,
} from '#test/local/counterparts/cost-explorer/serve-cost-explorer.ts';

/** The hub, deployed to MiniStack, with the chat products of its settings as counterparts. */
export type DeployedHub = {
  products: ChatProducts;
  /** Cost Explorer, which MiniStack lacks. */
  costs: ServedCosts;
  /** Where clients of the SDK find the hub's account. */
  place: AwsAccount['place'];
  call: AwsAccount['call'];
  /** Types of resources that were not deployed, with their number. */
  leftOut: string[];
  /** What the chat products turned down. */
  refusals: string[];
  bootstrap: () => Promise<void>;
  deploy: () => Promise<void>;
  /** Deploys what the management account gets, where nobody ran a bootstrap. */
  deployManagement: () => Promise<void>;
  /** Puts events of AWS Health on the default bus, all at once. */
  putHealthEvents: (...details: object[]) => Promise<void>;
  /** Sends a message to the queue whose name holds this word. */
  sendToQueue: (word: string, body: string, group?: string) => Promise<void>;
  /** Resolves when every queue that a function reads is empty. */
  settled: (seconds?: number) => Promise<void>;
  /** The number of messages in each queue that holds one. */
  queued: () => Promise<Record<string, number>>;
  log: () => string;
  stop: () => Promise<void>;
};

const STACK = 'ReeveHub';
const CALM_CHECKS = 3;
const SETTLE_SECONDS = 60;

export async function startHub(programs: string, assembly: string): Promise<DeployedHub> {
  const clock = new Clock();
  const channels = Object.entries(settings.channels).map(([name, channel]) => ({
    ...channel,
    name,
    secretName: `/${STACK}/channels/${name}`,
  }));
  const products = createChatProducts(channels, clock);
  const gateway = await startEgressGateway({ clock, hosts: products.hosts });
  const costs = await serveCostExplorer({
    ledger: seededLedger({ seed: 'conformance', accounts: manyAccounts(3) }),
    switches: { today: new Date().toISOString().slice(0, 10) },
  });
  const counterparts = { egressUrl: gateway.url, costExplorerUrl: costs.url };
  const miniStack = await startMiniStack(programs, counterparts).catch(async (error: unknown) => {
    await gateway.close();
    await costs.close();
    throw error;
  });
  const app = join(WORKSHOP, 'deployed');
  const leftOut = leaveOutUnknown(assembly, app, STACK);
  const account = awsAccount(miniStack.url, HUB);
  const management = awsAccount(miniStack.url, MANAGEMENT);
  const queued = () => countQueued(account);

  return {
    products,
    costs,
    place: account.place,
    call: account.call,
    leftOut,
    refusals: watchRefusals(gateway),
    bootstrap: async () => {
      await account.cdk('bootstrap', `aws://${HUB.account}/${HUB.region}`);
    },
    deploy: async () => {
      await account.cdk('deploy', STACK, '--app', app, '--require-approval', 'never');
      for (const [Name, Value] of Object.entries(products.secrets)) {
        await account.call('AmazonSSM.PutParameter', { Name, Value, Type: 'SecureString' });
      }
    },
    deployManagement: async () => {
      const stacks = ['ReeveManagement', `ReeveMember-${MANAGEMENT.region}`];
      await management.cdk('deploy', ...stacks, '--app', app, '--require-approval', 'never');
    },
    putHealthEvents: async (...details) => {
      await Promise.all(details.map((detail) => putHealthEvent(account, detail)));
    },
    sendToQueue: async (word, MessageBody, MessageGroupId) => {
      const QueueUrl = (await queueUrls(account)).find((url) => url.includes(word));
      await account.call('AmazonSQS.SendMessage', { QueueUrl, MessageBody, MessageGroupId });
    },
    settled: async (seconds = SETTLE_SECONDS) => {
      const isCalm = async () => Object.keys(await queued()).every((name) => name.includes('DeadLetters'));
      const until = Date.now() + seconds * 1000;
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
      await costs.close();
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
