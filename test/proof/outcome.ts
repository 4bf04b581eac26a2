import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { timeless } from '#test/proof/kill-at.ts';

/** What a story came to, by channel, and how many messages it took; the moments that a retry moves are left out. */
export type Outcome = { finals: Record<string, unknown>; posts: Record<string, number> };

type Slack = { text?: string; blocks?: unknown };
type Finals = { ofSlack: (messages: Slack[]) => unknown; ofReceiver: (bodies: unknown[]) => unknown };

/** Of a story about one alert: the last message of each channel. An older copy of one that was posted twice stays behind. */
export function lastOfEach(cloud: EmbeddedCloud): Promise<Outcome> {
  return outcomeOf(cloud, {
    ofSlack: (messages) => messages.at(-1),
    ofReceiver: (bodies) => ({ told: turnsOf(bodies), last: bodies.at(-1) }),
  });
}

/** Of a story about several, none of which changes once it was told: all of them, in whatever order they came. */
export function allInAnyOrder(cloud: EmbeddedCloud): Promise<Outcome> {
  return outcomeOf(cloud, {
    ofSlack: distinct,
    ofReceiver: (bodies) => {
      const alerts = Map.groupBy(bodies, (body) => (body as { data?: { title?: unknown } }).data?.title);
      return distinct([...alerts.values()].map((some) => ({ told: turnsOf(some), last: some.at(-1) })));
    },
  });
}

async function outcomeOf({ products, tables, estate }: EmbeddedCloud, of: Finals): Promise<Outcome> {
  const finals: Outcome['finals'] = {};
  const posts: Outcome['posts'] = {};
  for (const [channel, id] of Object.entries(products.conversations)) {
    const messages = products.slack.messages(id).filter(({ thread_ts }) => thread_ts === undefined);
    posts[channel] = messages.length;
    finals[channel] = parsed(of.ofSlack(messages.map(({ text, blocks }) => ({ text, blocks }))));
  }
  for (const [channel, receiver] of Object.entries(products.receivers)) {
    const deliveries = receiver.deliveries();
    // A receiver hears of each revision, and after a crash time has passed that makes some: only repeats are repeats.
    posts[channel] = deliveries.reduce((sum, { repeats }) => sum + repeats, 0);
    finals[channel] = parsed(of.ofReceiver(deliveries.map(({ body }) => body)));
  }
  const table = estate.tables.find(({ logicalId }) => logicalId.startsWith('Directory'));
  const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: table?.name }));
  const rows = Items.map(({ account, row, body }) => [`${account?.S} ${row?.S}`, parsed(body?.S)] as const);
  finals['directory'] = Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { finals, posts };
}

/** The same twice is one: a post may be repeated once. */
function distinct(messages: unknown[]): unknown[] {
  const texts = messages.map((message) => timeless(JSON.stringify(message)));
  return [...new Set(texts)].sort().map((text) => JSON.parse(text) as unknown);
}

/** What a receiver was told the alerts to be, without the times that it was told the same again. */
function turnsOf(bodies: unknown[]): string[] {
  const types = bodies.map((body) => String((body as { type?: unknown }).type));
  return types.filter((type, index) => type !== types[index - 1]);
}

function parsed(message: unknown): unknown {
  return JSON.parse(timeless(JSON.stringify(message ?? null))) as unknown;
}
