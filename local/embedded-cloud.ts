import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelSettings, DeliverySettings } from '#lambdas/contracts/settings.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { createEventBus } from '#local/bus/event-bus.ts';
import { eventsBackend } from '#local/bus/events-backend.ts';
import { type ChatProducts, createChatProducts } from '#local/chat-products.ts';
import { Clock } from '#local/clock.ts';
import { createParameterStore } from '#local/counterparts/parameter-store.ts';
import type { Estate } from '#local/estate.ts';
import { Journal } from '#local/journal.ts';
import { journalOf } from '#local/journal-of.ts';
import { createLambdaHost, type LambdaHost } from '#local/lambda/lambda-host.ts';
import { type EgressGateway, startEgressGateway } from '#local/proxy/egress-gateway.ts';
import { forwardTo } from '#local/proxy/forward-to.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { type Pollers, startPollers } from '#local/queues/event-source-poller.ts';
import { createQueues, type Queues } from '#local/queues/queues.ts';
import { type Scheduler, startScheduler } from '#local/scheduler/scheduler.ts';
import { startTableServer, type TableServer } from '#local/table-server.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';

export const ACCOUNT_ID = '000000000000';
export const REGION = 'eu-central-1';

export type EmbeddedCloudOptions = {
  /** The folder of a synthesized CDK app. */
  assembly: string;
  /** How much faster than the machine its time runs. */
  speed?: number;
  /** Variables that the sandboxes get beside those of their functions, for those who measure them. */
  environment?: Record<string, string>;
};

export type EmbeddedCloud = {
  estate: Estate;
  clock: Clock;
  journal: Journal;
  /** The channels that the settings name. */
  channels: ChannelSettings[];
  products: ChatProducts;
  queues: Queues;
  tables: TableServer;
  proxy: RecordingProxy;
  gateway: EgressGateway;
  functions: LambdaHost;
  scheduler: Scheduler;
  pollers: Pollers;
  /** Puts a whole event on the default bus of the hub account, as an AWS service does. */
  putEvent: (event: BusEvent) => Promise<void>;
  /** Resolves when nothing moves any more: what waits for its time is not counted. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Brings a synthesized template up in this process: its rules, queues, tables, schedules and functions. */
export async function startEmbeddedCloud(options: EmbeddedCloudOptions): Promise<EmbeddedCloud> {
  const clock = new Clock(options.speed);
  const journal = new Journal();
  const note = journalOf(journal);

  // Queue URLs lead to the proxy, and the proxy's port is known once it listens.
  const backends: Parameters<typeof startRecordingProxy>[0]['backends'] = {};
  const proxy = await startRecordingProxy({ clock, backends });
  const queueUrl = (name: string) => `${proxy.url}/${ACCOUNT_ID}/${name}`;
  const estate = loadAssembly(options.assembly, { accountId: ACCOUNT_ID, region: REGION, queueUrl });

  const channels = channelsOf(estate);
  const products = createChatProducts(channels, clock);
  const gateway = await startEgressGateway({ clock, hosts: products.hosts });
  const tables = await startTableServer(estate.tables);
  const queues = createQueues({ queues: estate.queues, clock, accountId: ACCOUNT_ID, queueUrl });
  const functions = createLambdaHost({
    functions: estate.functions.map((fn) => ({
      ...fn,
      environment: { ...fn.environment, ...options.environment },
    })),
    clock,
    proxyUrl: proxy.url,
    egressUrl: gateway.url,
    registerCaller: (key, caller) => {
      proxy.registerCaller(key, caller);
      gateway.registerCaller(key, caller);
    },
    onLog: note.log,
  });
  let inFlight = 0;
  const invoke = async (functionArn: string, event: unknown) => {
    inFlight += 1;
    try {
      const result = await functions.invoke(functionArn, event);
      note.invocation(functionArn, clock.now(), result);
      return result;
    } finally {
      inFlight -= 1;
    }
  };
  const bus = createEventBus({
    rules: estate.rules,
    clock,
    onStep: note.bus,
    deliver: async (target, event) => {
      queues.send(nameOf(target.arn), { body: JSON.stringify(event) });
    },
  });
  const pollers = startPollers({ sources: estate.sources, queues, clock, invoke, onStep: note.poller });
  const scheduler = startScheduler({
    schedules: estate.schedules,
    clock,
    invoke: (targetArn, input) => {
      note.schedule(targetArn, clock.now());
      return invoke(targetArn, input);
    },
    sendToDeadLetter: (arn, message) => void queues.send(nameOf(arn), message),
  });

  const busArn = (name: string) => estate.buses.find((candidate) => candidate.name === name)?.arn;
  Object.assign(backends, {
    dynamodb: forwardTo(tables.url),
    sqs: queues.sqsBackend,
    ssm: createParameterStore(products.secrets, clock).backend,
    events: eventsBackend({ bus, busArn }),
  });
  proxy.addHook({ after: async (call, caller, answer) => note.call(call, caller, answer, clock.now()) });
  gateway.addHook({
    after: async (request, caller, answer) => note.internet(request, caller, answer, clock.now()),
  });

  const isQuiet = () => inFlight === 0 && pollers.idle();
  return {
    estate,
    clock,
    journal,
    channels,
    products,
    queues,
    tables,
    proxy,
    gateway,
    functions,
    scheduler,
    pollers,
    putEvent: (event) => {
      journal.add({ at: clock.now(), kind: 'event', text: `${event['detail-type']} ${event.id}` });
      return bus.putRawEvent(busArn('default') ?? '', event);
    },
    settled: () => quiet(isQuiet),
    stop: async () => {
      pollers.stop();
      scheduler.pause();
      clock.stop();
      await functions.close();
      await Promise.all([proxy.close(), gateway.close(), tables.close()]);
    },
  };
}

function channelsOf(estate: Estate): ChannelSettings[] {
  const settings = estate.functions.map(({ codeDirectory }) => settingsIn(codeDirectory));
  return settings.find((candidate) => candidate?.channels !== undefined)?.channels ?? [];
}

function settingsIn(codeDirectory: string): Partial<DeliverySettings> | undefined {
  try {
    return JSON.parse(
      readFileSync(join(codeDirectory, 'settings.json'), 'utf8'),
    ) as Partial<DeliverySettings>;
  } catch {
    return undefined;
  }
}

function nameOf(queueArn: string): string {
  return queueArn.slice(queueArn.lastIndexOf(':') + 1);
}

/** Quiet twice in a row with a breath between: one thing may just be handing over to the next. */
async function quiet(isQuiet: () => boolean): Promise<void> {
  for (let calm = 0; calm < 3; calm = isQuiet() ? calm + 1 : 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
