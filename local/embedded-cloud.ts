import { nameIn } from '#local/arn-words.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { busesByName, busOfEvent } from '#local/bus/default-bus.ts';
import { eventsBackend } from '#local/bus/events-backend.ts';
import { openBus } from '#local/bus/open-bus.ts';
import { Clock } from '#local/clock.ts';
import { openConfigRules } from '#local/config-rules/open-config-rules.ts';
import type { ConfigRules } from '#local/config-rules/start-config-rules.ts';
import { activeAccounts, makeWorld } from '#local/counterparts/organization/make-world.ts';
import { recorderPresence } from '#local/counterparts/organization/recorded-types.ts';
import { supportHosts } from '#local/counterparts/organization/support-cases/support-hosts.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { createParameterStore } from '#local/counterparts/parameter-store.ts';
import type { Estate, Schedule } from '#local/estate.ts';
import { type HubPlace, hubOf } from '#local/hub-of.ts';
import { Journal } from '#local/journal.ts';
import { journalOf } from '#local/journal-of.ts';
import { invokeBackend } from '#local/lambda/invoke-backend.ts';
import type { LambdaHost } from '#local/lambda/lambda-host.ts';
import { Metrics } from '#local/metrics/metrics.ts';
import { createObjectStore, type ObjectStore } from '#local/object-store/object-store.ts';
import { openFunctions } from '#local/open-functions.ts';
import { type Incoming, openIncoming } from '#local/open-incoming.ts';
import { type Organization, openOrganization, setBootstrapVersion } from '#local/open-organization.ts';
import { openProducts, type Products } from '#local/open-products.ts';
import { type EgressGateway, startEgressGateway } from '#local/proxy/egress-gateway.ts';
import { forwardTo } from '#local/proxy/forward-to.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { type Pollers, startPollers } from '#local/queues/event-source-poller.ts';
import { createQueues, type Queues } from '#local/queues/queues.ts';
import { quiet } from '#local/quiet.ts';
import { invokeTarget, type TargetPorts } from '#local/scheduler/invoke-target.ts';
import { type Scheduler, startScheduler } from '#local/scheduler/scheduler.ts';
import { startTableServer, type TableServer } from '#local/table-server.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';

export type EmbeddedCloudOptions = {
  /** The folder of a synthesized CDK app. */
  assembly: string;
  /** How much faster than the machine its time runs. */
  speed?: number;
  /** The Organization around the hub; the one of the sample's settings unless given. */
  world?: World;
  /** The accounts that StackSets reach; all that are in use unless given. */
  members?: string[];
  /** Which schedules fire by the clock; all unless given. The others fire by hand only. */
  fires?: (schedule: Schedule) => boolean;
  /** AWS Config looks at everything that is there as soon as its rules are, not only at what changes. */
  rollOut?: boolean;
  /** Variables that the sandboxes get beside those of their functions, for those who measure them. */
  environment?: Record<string, string>;
};

export type EmbeddedCloud = Products & {
  /** Where the hub runs. */
  hub: HubPlace;
  /** Of all accounts and Regions. */
  estate: Estate;
  clock: Clock;
  journal: Journal;
  /** What functions measured, last values only. */
  metrics: Metrics;
  organization: Organization;
  queues: Queues;
  tables: TableServer;
  objects: ObjectStore;
  proxy: RecordingProxy;
  gateway: EgressGateway;
  functions: LambdaHost;
  scheduler: Scheduler;
  pollers: Pollers;
  incoming: Incoming;
  /** Rules of AWS Config, which look at what changes in the world. */
  configRules: ConfigRules;
  /**
   * Puts a whole event, as an AWS service does, on the default bus of its account and Region if these have
   * rules, else on the hub's.
   */
  putEvent: (event: BusEvent) => Promise<void>;
  /** Resolves when nothing moves any more: what waits for its time is not counted. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Brings a synthesized app up in this process: rules, queues, tables, buckets, schedules, functions of its accounts. */
export async function startEmbeddedCloud(options: EmbeddedCloudOptions): Promise<EmbeddedCloud> {
  const hub = hubOf(options.assembly);
  const clock = new Clock(options.speed);
  const journal = new Journal();
  const metrics = new Metrics();
  const note = journalOf(journal);

  // Queue URLs lead to the proxy, and the proxy's port is known once it listens.
  const backends: Parameters<typeof startRecordingProxy>[0]['backends'] = {};
  const proxy = await startRecordingProxy({ clock, backends });
  const queueUrl = (name: string) => `${proxy.url}/${hub.accountId}/${name}`;
  const { world = makeWorld({ now: clock.now() }), fires = () => true } = options;
  const members = options.members ?? activeAccounts(world);
  const hasRecorder = recorderPresence(world);
  const incoming = await openIncoming({ clock, region: hub.region });
  const { functionUrl } = incoming;
  const estate = loadAssembly(options.assembly, { ...hub, queueUrl, functionUrl, members, hasRecorder });

  const { opened, hosts, secrets } = openProducts(estate, clock);
  const cases = supportHosts({ world, clock, proxyUrl: proxy.url });
  const gateway = await startEgressGateway({ clock, hosts: { ...hosts, ...cases } });
  const tables = await startTableServer(estate.tables);
  const objects = createObjectStore({ buckets: estate.buckets, clock });
  const queues = createQueues({ queues: estate.queues, clock, accountId: hub.accountId, queueUrl });
  const parameters = createParameterStore(secrets, clock, hub.accountId);
  setBootstrapVersion(parameters, world, hub);
  const organization = openOrganization({
    world,
    estate,
    hub,
    clock,
    onAssumed: proxy.registerCaller,
    announce: (event) => void putEvent(event),
  });
  const { functions, invoke, inFlight } = openFunctions({
    estate,
    environment: options.environment,
    clock,
    proxy,
    gateway,
    organization,
    metrics,
    note,
  });
  incoming.connect(estate, opened.trackers, invoke);
  const bus = openBus({ estate, clock, queues, invoke, onStep: note.bus });
  const pollers = startPollers({ sources: estate.sources, queues, clock, invoke, onStep: note.poller });
  const targets: TargetPorts = {
    invokeFunction: invoke,
    sendMessage: (arn, message) => void queues.send(nameIn(arn), message),
    putEvents: bus.putEvents,
  };
  const scheduler = startScheduler({
    schedules: estate.schedules.map((each) => ({ ...each, enabled: each.enabled && fires(each) })),
    clock,
    invoke: (schedule, input) => {
      note.schedule(schedule, clock.now());
      return invokeTarget(schedule, input, targets);
    },
    sendToDeadLetter: targets.sendMessage,
  });

  const { lambda: others } = organization.backends;
  Object.assign(backends, organization.backends, {
    dynamodb: forwardTo(tables.url),
    s3: objects.s3Backend,
    sqs: queues.sqsBackend,
    ssm: parameters.backend,
    lambda: invokeBackend({ functions: estate.functions, clock, targets, others }),
    events: eventsBackend({ bus, busArn: busesByName(estate.buses, hub.accountId) }),
  });
  proxy.addHook({ after: async (call, caller, answer) => note.call(call, caller, answer, clock.now()) });
  gateway.addHook({
    after: async (request, caller, answer) => note.internet(request, caller, answer, clock.now()),
  });

  const configRules = openConfigRules({ world, estate, clock, bus, note });
  if (options.rollOut) void configRules.evaluateAll();

  const putEvent = (event: BusEvent) => {
    note.event(event, clock.now());
    return bus.putRawEvent(busOfEvent(event, estate.rules, hub), event);
  };
  const isQuiet = () => inFlight() === 0 && pollers.idle() && configRules.idle() && incoming.idle();
  return {
    hub,
    estate,
    clock,
    journal,
    metrics,
    ...opened,
    organization,
    queues,
    tables,
    objects,
    proxy,
    gateway,
    functions,
    scheduler,
    pollers,
    configRules,
    incoming,
    putEvent,
    settled: () => quiet(isQuiet),
    stop: async () => {
      configRules.stop();
      pollers.stop();
      scheduler.pause();
      clock.stop();
      await functions.close();
      await Promise.all([proxy.close(), gateway.close(), tables.close(), incoming.close()]);
    },
  };
}
