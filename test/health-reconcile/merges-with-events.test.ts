import type { AffectedEntity } from '@aws-sdk/client-health';
import { beforeEach, describe, expect, test } from 'vitest';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { healthAlertKey } from '#lambdas/contracts/health-alert-key.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { relayHealthEvent } from '#lambdas/health-alerts/relay-health-event.ts';
import { relayParts } from '#lambdas/health-reconcile/relay-parts.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { aHealthEvent, asRead } from '#test/health-alerts/a-health-event.ts';
import { asProgress } from './a-part-progress.ts';
import { aReconcile } from './a-reconcile.ts';
import { ARN, anApiEvent, UPDATED } from './an-api-event.ts';

const ACCOUNT = '111122223333';
const KEY = healthAlertKey({ eventArn: ARN });
const WORDS = 'Calls to EC2 fail.\nWe look into it.';
const SETTINGS: DeskSettings = {
  routes: [{ name: 'all', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
};

let ledger: ReturnType<typeof inMemoryLedger>;
beforeEach(() => {
  ledger = inMemoryLedger(SETTINGS, () => new Date('2026-11-22T09:00:00Z'));
});

/** From a message in the queue of health-alerts to the ledger, by the code of both functions. */
async function arrives(message: unknown): Promise<void> {
  await relayHealthEvent(asRead(message), {
    observe: (observation) => receiveObservations([observation], ledger.ports),
    accountDirectory: async (id) => ({ id, tags: {} }),
    settings: { reminderDays: [], quietAfterDays: 14 },
  });
}

/** As EventBridge sends the event, with other words, times and entities than the API has. */
const fromEventBridge = (detail: Record<string, unknown> = {}) =>
  aHealthEvent(
    {
      eventArn: ARN,
      startTime: 'Sat, 21 Nov 2026 07:50:00 GMT',
      lastUpdatedTime: new Date(UPDATED).toUTCString(),
      eventRegion: 'eu-west-1',
      eventDescription: [{ language: 'en_US', latestDescription: WORDS }],
      affectedEntities: [{ entityValue: 'i-0aa11bb22cc33dd44', status: 'IMPAIRED' }],
      ...detail,
    },
    { time: '2026-11-21T08:00:20Z' },
  );
const resource = (entityValue: string): AffectedEntity => ({ entityValue, statusCode: 'IMPAIRED' });

type Told = { words?: string; updatedAt?: number; entities?: AffectedEntity[]; account?: string };

/** What the daily comparison makes of the ledger as it is. */
async function comparisonOf(told: Told = {}): Promise<unknown[]> {
  const { words = WORDS, updatedAt = UPDATED + 640, account = ACCOUNT } = told;
  const event = anApiEvent({ lastUpdatedTime: new Date(updatedAt) });
  const { ports, relayed } = aReconcile(
    {
      details: { [account]: { event, description: words } },
      entities: {
        [account]: told.entities ?? [{ ...resource('i-0aa11bb22cc33dd44'), entityUrl: 'https://x.example' }],
      },
    },
    {
      knownParts: async (key) => {
        const part = await ledger.ports.readPart(key, account);
        return new Map(part ? [[part.id, asProgress(part)]] : []);
      },
    },
  );
  await relayParts({ kind: 'parts', arn: ARN, parts: [account] }, ports);
  return relayed;
}

async function compare(told?: Told): Promise<void> {
  for (const message of await comparisonOf(told)) await arrives(message);
}

const viewOf = () => ledger.head(KEY)?.views['ops'];

describe('an update that EventBridge brought', () => {
  test('is not fetched again', async () => {
    await arrives(fromEventBridge());
    expect(await comparisonOf()).toEqual([]);
  });

  test('is told once where the comparison did not know of it yet', async () => {
    const copy = await comparisonOf();
    await arrives(fromEventBridge());
    const told = ledger.head(KEY);
    for (const message of copy) await arrives(message);

    expect(copy).toHaveLength(1);
    expect(ledger.head(KEY)).toEqual(told);
  });

  test('is told in its own words where the copy came first, without a second entry in the thread', async () => {
    await compare();
    await arrives(fromEventBridge());

    expect(ledger.head(KEY)).toMatchObject({ entries: [], content: { summary: WORDS } });
    expect(viewOf()).toMatchObject({ parts: 1, resources: 1 });
    expect(viewOf()?.resourceSample[0]?.url).not.toBe('https://x.example');
  });

  test('of a public event does not bring old lines into the thread, of which the API has all', async () => {
    const all = `An older line.\n${WORDS}`;
    const shared = { eventScopeCode: 'PUBLIC', affectedEntities: [] };
    const { ports, relayed } = aReconcile({
      details: { public: { event: anApiEvent({ eventScopeCode: 'PUBLIC' }), description: all } },
    });
    await relayParts({ kind: 'parts', arn: ARN, parts: ['public'] }, ports);
    await arrives(fromEventBridge(shared));
    for (const message of relayed) await arrives(message);

    expect(ledger.head(KEY)).toMatchObject({ entries: [], content: { summary: WORDS } });
  });
});

describe('what EventBridge did not bring', () => {
  test('an update that got lost arrives, and the next one after it too', async () => {
    await arrives(fromEventBridge());
    await compare({ words: `${WORDS}\nIt is mended.`, updatedAt: UPDATED + 3_600_000 });
    expect(ledger.head(KEY)?.entries.map(({ text }) => text)).toEqual(['It is mended.']);

    const closing = { statusCode: 'closed', lastUpdatedTime: new Date(UPDATED + 7_200_000).toUTCString() };
    await arrives(fromEventBridge(closing));
    expect(ledger.head(KEY)?.status).toBe('resolved');
  });

  test('an account that got lost appears beside the others', async () => {
    await arrives(fromEventBridge());
    await compare({ account: '444455556666', entities: [resource('i-9')] });

    expect(viewOf()).toMatchObject({ parts: 2, resources: 2 });
  });

  test('pages that got lost are filled in, and late ones count nothing twice', async () => {
    const page = (number: number, ...ids: string[]) =>
      fromEventBridge({
        communicationId: `reeve0a1b2c3d4-${number}`,
        page: String(number),
        totalPages: '3',
        affectedEntities: ids.map((entityValue) => ({ entityValue, status: 'IMPAIRED' })),
      });
    await arrives(page(1, 'i-1', 'i-2'));
    await arrives(page(3, 'i-5'));
    expect(viewOf()).toMatchObject({ resources: 3, pages: { seen: 2, total: 3 } });

    await compare({ entities: ['i-1', 'i-2', 'i-3', 'i-4', 'i-5'].map(resource) });
    expect(viewOf()).toMatchObject({ parts: 1, resources: 5, pages: { seen: 1, total: 1 } });

    await arrives(page(2, 'i-3', 'i-4'));
    expect(viewOf()).toMatchObject({ resources: 5, pages: { seen: 1, total: 1 } });
    expect(await comparisonOf()).toEqual([]);
  });
});

test('a comparison that is repeated changes nothing', async () => {
  const copy = await comparisonOf();
  for (const message of copy) await arrives(message);
  const told = ledger.head(KEY);
  for (const message of copy) await arrives(message);

  expect(ledger.head(KEY)).toEqual(told);
  expect(await comparisonOf()).toEqual([]);
});

test('resources that need several messages are counted once each', async () => {
  const ids = Array.from(
    { length: 4000 },
    (_, index) => `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-${index}`,
  );
  const copy = await comparisonOf({ entities: ids.map(resource) });
  for (const message of copy.toReversed()) await arrives(message);

  expect(copy.length).toBeGreaterThan(2);
  expect(viewOf()).toMatchObject({ resources: 4000, pages: { seen: copy.length, total: copy.length } });
});
