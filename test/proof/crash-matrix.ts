import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { type Crash, killAt, recover, timeless } from '#test/proof/kill-at.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

/** Cost reports, whose messages are out of sight for an hour and a half, have a matrix of their own. */
const isPlayed = ({ name }: Queue) => !name.includes('CostReports');

type Outcome = { finals: Record<string, unknown>; posts: Record<string, number> };

/** Tells a story on a cloud of its own; `settle` lets all of it happen, retries after a crash too. */
export type Story = (cloud: EmbeddedCloud, settle: () => Promise<void>) => Promise<void>;

/**
 * Kills the sandbox before and after each call of each function of a story, or of those that `only` names: no
 * final message may change, and a post may be repeated once. After a crash time passes until the queues that matter
 * hand out again what was in flight. Of many calls that are much alike, every third or so is enough (`every`); an odd
 * number takes in both sides of calls. The number of crashes played comes back.
 */
export async function crashMatrix(
  story: Story,
  only = /./,
  matters: (queue: Queue) => boolean = isPlayed,
  every = 1,
): Promise<number> {
  const undisturbed = await play(story, matters);
  const chosen = Object.entries(undisturbed.calls).filter(([name]) => only.test(name));
  const all = chosen.flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => index + 1).flatMap((call) => [
      { function: name, call, when: 'before' as const },
      { function: name, call, when: 'after' as const },
    ]),
  );
  const matrix = all.filter((_, index) => index % every === 0);
  for (const [index, crash] of matrix.entries()) {
    const { finals, posts } = await play(story, matters, crash);
    const where = `${crash.function} killed ${crash.when} call ${crash.call}`;
    expect(finals, where).toEqual(undisturbed.finals);
    for (const [channel, count] of Object.entries(posts)) {
      const usual = undisturbed.posts[channel] ?? 0;
      expect(count, `${where}: posts in ${channel}`).toBeGreaterThanOrEqual(usual);
      expect(count, `${where}: posts in ${channel}`).toBeLessThanOrEqual(usual + 1);
    }
    if (index % 20 === 0) process.stdout.write(`${index} of ${matrix.length} crashes\n`);
  }
  return matrix.length;
}

async function play(
  story: Story,
  matters: (queue: Queue) => boolean,
  crash?: Crash,
): Promise<Outcome & { calls: Record<string, number> }> {
  const cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    world: smallWorld(),
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  const { calls, isPending } = killAt(cloud, crash);
  try {
    await story(cloud, async () => {
      await cloud.settled();
      if (crash && !isPending()) await recover(cloud, matters);
    });
    await recover(cloud, matters);
    expect(isPending(), 'the call was not reached').toBe(false);
    return { ...(await outcomeOf(cloud)), calls };
  } finally {
    await cloud.stop();
  }
}

/** The messages of each channel in any order, without the moments that a retry moves, and how many there were. */
async function outcomeOf({ products, tables, estate }: EmbeddedCloud): Promise<Outcome> {
  const finals: Outcome['finals'] = {};
  const posts: Outcome['posts'] = {};
  for (const [channel, id] of Object.entries(products.conversations)) {
    const messages = products.slack.messages(id).filter(({ thread_ts }) => thread_ts === undefined);
    posts[channel] = messages.length;
    finals[channel] = distinct(messages.map(({ text, blocks }) => ({ text, blocks })));
  }
  for (const [channel, receiver] of Object.entries(products.receivers)) {
    const deliveries = receiver.deliveries();
    // A receiver hears of each revision, and after a crash time has passed that makes some: only repeats are repeats.
    posts[channel] = deliveries.reduce((sum, { repeats }) => sum + repeats, 0);
    const alerts = Map.groupBy(deliveries, ({ body }) => alertOf(body));
    finals[channel] = distinct(
      [...alerts.values()].map((some) => ({ told: turnsOf(some), last: some.at(-1)?.body })),
    );
  }
  const table = estate.tables.find(({ logicalId }) => logicalId.startsWith('Directory'));
  const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: table?.name }));
  const rows = Items.map(({ account, row, body }) => [`${account?.S} ${row?.S}`, parsed(body?.S)] as const);
  finals['directory'] = Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { finals, posts };
}

/** A post may be repeated once: the same twice is one. */
function distinct(messages: unknown[]): unknown[] {
  const texts = messages.map((message) => timeless(JSON.stringify(message)));
  return [...new Set(texts)].sort().map((text) => JSON.parse(text) as unknown);
}

/** Its reference, which is the same in each revision. */
function alertOf(body: unknown): string {
  return String((body as { data?: { reference?: unknown } }).data?.reference);
}

/** What a receiver was told an alert to be, without the times that it was told the same again. */
function turnsOf(deliveries: { body: unknown }[]): string[] {
  const types = deliveries.map(({ body }) => String((body as { type?: unknown }).type));
  return types.filter((type, index) => type !== types[index - 1]);
}

/** An Organization of few accounts: each has calls of its own, and each call is a crash. */
function smallWorld(): World {
  const world = makeWorld();
  world.accounts = world.accounts.slice(0, 3);
  const parents = world.accounts.map(({ parentId }) => parentId);
  world.units = world.units.filter(({ id, parentId }) => parentId === undefined || parents.includes(id));
  return world;
}

function parsed(message: unknown): unknown {
  return JSON.parse(timeless(JSON.stringify(message ?? null))) as unknown;
}
