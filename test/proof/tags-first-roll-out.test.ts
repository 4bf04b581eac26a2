import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { complianceEvent } from '#local/config-rules/compliance-event.ts';
import { toResource } from '#local/counterparts/organization/resource-shapes.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import type { ConfigRule } from '#local/estate.ts';
import { keptOfEach } from '#test/proof/kept-of-each.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

/** The clock of the whole runs faster than the machine's, so that no batch is waited for. Faster, functions time out. */
const SPEED = 5;
const EVENTS = 100_000;
const ROUND = 5000;
/** Of ten events that AWS Config sends one comes a second time, long after. */
const REPEATED_OF = 10;
const RESOURCES = EVENTS - EVENTS / REPEATED_OF;
/** Made while the rules are rolled out: of these people hear one by one, which shows that they could of all. */
const NEW = 3;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** For longer than the function waits before it looks. */
const SETTLED_MS = 6 * MINUTE_MS;
const TYPES = ['AWS::EC2::Volume', 'AWS::S3::Bucket', 'AWS::Lambda::Function', 'AWS::RDS::DBInstance'];
/** The functions have 512 and more; Node takes what it finds before it tidies up. */
const LIMIT_MEGABYTES = 360;

/**
 * The first roll-out in a large Organization: rules find years of untagged resources at once, some events come twice and
 * none in order. Nobody may be told of these one by one, however AWS Config knows their age; the sweep tells all of them
 * at once. Memory must not grow with the events.
 */
it('a hundred thousand evaluations of what is older than the policy make one digest, and no alert', async () => {
  const cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    speed: SPEED,
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  try {
    const startedAt = Date.now();
    const reasons = countReasons(cloud);
    const { world } = cloud.organization;
    const rules = rulesOf(cloud);
    world.resources = resourcesOf(rules, cloud.clock.now());
    const events = inDisorder(
      world.resources.map((resource, index) => eventOf(cloud, rules, resource, index)),
    );

    const memory: number[] = [];
    for (let first = 0; first < events.length; first += ROUND) {
      await deliver(cloud, events.slice(first, first + ROUND));
      memory.push(residentOf(cloud, 'RequiredTags'));
      expect(titlesIn(cloud)).toEqual([]);
      print(`${first + ROUND} of ${events.length} events, ${memory.at(-1)} MB in required-tags`, startedAt);
    }
    expect(reasons).toEqual({ 'older than the policy': EVENTS });

    const fresh = newResources(rules, cloud.clock.now());
    world.resources.push(...fresh);
    await deliver(
      cloud,
      fresh.map((resource, index) => eventOf(cloud, rules, resource, index)),
    );
    const alerts = titlesIn(cloud);
    expect(alerts).toHaveLength(NEW);

    const sweep = cloud.estate.schedules.find(({ arn }) => /TagCoverage/.test(arn));
    await cloud.scheduler.trigger(sweep?.arn ?? 'the sweep');
    // Time that jumps while a message is signed makes a receiver refuse it.
    await cloud.settled();
    await settle(cloud);
    const swept = residentOf(cloud, 'TagCoverage');
    print(`one sweep of ${RESOURCES + NEW} resources, ${swept} MB in tag-coverage`, startedAt);
    const digests = titlesIn(cloud).filter((title) => !alerts.includes(title));
    expect(digests).toHaveLength(1);
    expect(digests[0]).toContain('Required tags, a first look: 0% of');
    expect(JSON.stringify(rootsIn(cloud))).toContain(
      `${(RESOURCES + NEW).toLocaleString('en-US')} lack something`,
    );

    expect(keptOfEach(memory, EVENTS)).toBeLessThan(1);
    expect(Math.max(...memory, swept)).toBeLessThan(LIMIT_MEGABYTES);
    const left = cloud.queues
      .names()
      .filter((name) => /DeadLetters/.test(name) && cloud.queues.inspect(name).length > 0);
    expect(left).toEqual([]);
  } finally {
    await cloud.stop();
  }
});

/** One rule for each account and Region that has one for all the types. */
function rulesOf({ estate }: EmbeddedCloud): ConfigRule[] {
  const some = estate.configRules.filter(({ types }) => TYPES.every((type) => types.includes(type)));
  return [...new Map(some.map((rule) => [`${rule.account}/${rule.region}`, rule])).values()];
}

/** Untagged for years; AWS Config does not know the age of every fifth. */
function resourcesOf(rules: ConfigRule[], now: number): WorldResource[] {
  return Array.from({ length: RESOURCES }, (_, index) => {
    const { account = '', region = '' } = rules[Math.floor((index / RESOURCES) * rules.length)] ?? {};
    const changedAt = now - (30 + (index % 2000)) * DAY_MS;
    const createdAt = index % 5 === 0 ? {} : { createdAt: changedAt };
    const type = TYPES[Math.floor(index / 50) % TYPES.length] ?? '';
    return { ...toResource({ account, region, type, name: `legacy-${index}` }), ...createdAt, changedAt };
  });
}

/** Each in another account or Region, so that each is an alert of its own. */
function newResources(rules: ConfigRule[], now: number): WorldResource[] {
  const accounts = [...new Map(rules.map((rule) => [rule.account, rule])).values()];
  return accounts.slice(0, NEW).map(({ account, region }, index) => ({
    ...toResource({ account, region, type: 'AWS::S3::Bucket', name: `fresh-${index}` }),
    createdAt: now,
    changedAt: now,
  }));
}

/** The first that a rule says of a resource, within the hours that a roll-out takes. */
function eventOf(
  { clock }: EmbeddedCloud,
  rules: ConfigRule[],
  { account, region, type, id, changedAt }: WorldResource,
  index: number,
): string {
  const rule = rules.find((one) => one.account === account && one.region === region);
  if (!rule) throw new Error(`No rule is rolled out in ${account}, ${region}`);
  const invokedAt = clock.now() - ((index * 7919) % 5) * HOUR_MS;
  const compliance = 'NON_COMPLIANT' as const;
  return JSON.stringify(
    complianceEvent(rule, { type, id }, { compliance, capturedAt: changedAt, invokedAt }),
  );
}

/** Account by account as rules are rolled out, and backwards there; of some places everything comes a second time. */
function inDisorder(events: string[]): string[] {
  const stretch = ROUND / 10;
  const stretches = Array.from({ length: Math.ceil(events.length / stretch) }, (_, index) =>
    events.slice(index * stretch, (index + 1) * stretch).toReversed(),
  );
  const repeated = stretches.filter((_, index) => index % (REPEATED_OF - 1) === 0);
  return stretches
    .flatMap((some, index) =>
      (index + 1) % (REPEATED_OF - 1) === 0 ? [some, repeated.shift() ?? []] : [some],
    )
    .flat();
}

async function deliver(cloud: EmbeddedCloud, events: string[]): Promise<void> {
  const queue = cloud.queues.names().find((name) => /RequiredTagsEventsQueue/.test(name)) ?? '';
  for (const body of events) cloud.queues.send(queue, { body });
  await settle(cloud);
}

async function settle(cloud: EmbeddedCloud): Promise<void> {
  for (const passed of [SETTLED_MS, MINUTE_MS, MINUTE_MS, MINUTE_MS]) {
    cloud.clock.advance(passed);
    await cloud.settled();
  }
}

/** What the function says that the evaluations came to. */
function countReasons({ journal }: EmbeddedCloud): Record<string, number> {
  const reasons: Record<string, number> = {};
  journal.listen(({ kind, text }) => {
    const said = kind === 'log' ? /"counts":(\{[^}]*\})/.exec(text)?.[1] : undefined;
    const counts = JSON.parse(said ?? '{}') as Record<string, number>;
    for (const [reason, count] of Object.entries(counts)) reasons[reason] = (reasons[reason] ?? 0) + count;
  });
  return reasons;
}

function rootsIn({ products }: EmbeddedCloud) {
  return products.slack
    .messages(products.conversations['ops'] ?? '')
    .filter(({ thread_ts }) => thread_ts === undefined);
}

function titlesIn(cloud: EmbeddedCloud): string[] {
  return rootsIn(cloud).map(({ text }) => text);
}

/** In megabytes, of the largest process that runs the function. */
function residentOf({ functions }: EmbeddedCloud, word: string): number {
  const sizes = functions
    .sandboxes()
    .filter(({ function: name }) => name.includes(word))
    .map(({ pid }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
  return Math.round(Math.max(0, ...sizes) / 1024);
}

function print(what: string, startedAt: number): void {
  process.stdout.write(`${what}, after ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}
