import { gunzipSync } from 'node:zlib';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import { dayTableKey, exportKey } from '#lambdas/contracts/report-keys.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type {
  AccountStanding,
  KnownCheck,
  ReadState,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import { addDays } from '#lambdas/trusted-advisor-sweep/days.ts';
import { publishDay } from '#lambdas/trusted-advisor-sweep/publish-day.ts';
import type { SnapshotItem } from '#lambdas/trusted-advisor-sweep/snapshot.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

export const SHOP = '111122223333';
export const BANK = '444455556666';
export const CHECKS: KnownCheck[] = [
  { id: 'Pfx0RwqBli', name: 'Amazon S3 Bucket Permissions', category: 'security', source: 'ta_check' },
  { id: 'lN7RR0l7J9', name: 'VPCs', category: 'service_limits', source: 'ta_check' },
  { id: 'Ti39halfu8', name: 'Amazon RDS Idle DB Instances', category: 'cost_optimizing', source: 'ta_check' },
  { id: 'Hs4Ma3G999', name: 'Mirrored control', category: 'security', source: 'security_hub' },
];
export const SELECTION: AdvisorSelection = {
  categories: ['security', 'cost_optimizing', 'service_limits'],
  severities: ['critical', 'error', 'warning', 'info'],
  checks: ['*'],
  except: [],
  securityHub: false,
  limits: [
    { percent: 80, severity: 'warning' },
    { percent: 100, severity: 'error' },
  ],
  mutes: [],
};

type World = {
  date: string;
  accounts: Account[];
  /** Those that are not named were read. */
  standings: Record<string, Partial<AccountStanding> & { state: ReadState }>;
  /** By account; of one that is not named there is none. */
  items: Record<string, SnapshotItem[]>;
  selection: AdvisorSelection;
  globalRegion: string;
};

/** A world of two accounts whose days are published one after the other; what changes between two is set on it. */
export function aPublication(store: ReportStore = memoryStore()) {
  const world: World = {
    date: '2026-11-18',
    accounts: [
      { id: SHOP, name: 'shop', ou: '/prod', owner: 'merchants', tags: {} },
      { id: BANK, name: 'bank', tags: {} },
    ],
    standings: {},
    items: { [SHOP]: [], [BANK]: [] },
    selection: SELECTION,
    globalRegion: 'us-east-1',
  };
  const told: Observation[] = [];

  const standingOf = (id: string): AccountStanding => {
    const moment = `${world.date}T05:00:00.000Z`;
    const counts = {
      watched: 3,
      read: 3,
      failed: 0,
      notAvailable: 0,
      items: 1,
      excluded: 2,
      refreshed: 1,
      notRefreshable: 0,
    };
    const known = { heardAt: '2026-11-01T05:00:00.000Z', since: '2026-11-01T05:00:00.000Z', triedAt: moment };
    const { [id]: own } = world.standings;
    if (own) return { ...known, ...own };
    return { ...known, state: 'ok', readAt: moment, baselineAt: '2026-11-01T05:00:00.000Z', counts };
  };

  return {
    world,
    told,
    store,
    /** What was told since it was asked last. */
    news: () => told.splice(0),
    async publish(over: Partial<World> = {}): Promise<void> {
      Object.assign(world, over);
      const { date, accounts, items, selection, globalRegion } = world;
      await publishDay(
        {
          at: new Date(`${date}T06:00:00.000Z`),
          date,
          checks: CHECKS,
          accounts: accounts.map((account) => ({ account, standing: standingOf(account.id) })),
          readSnapshot: async (id) =>
            items[id] && {
              account: id,
              readAt: standingOf(id).readAt ?? `${date}T05:00:00.000Z`,
              items: items[id],
            },
        },
        {
          settings: { selection, globalRegion },
          store,
          observe: async (observation) => void told.push(observation),
          linkTo: (key) => `https://files.example/${key}`,
        },
      );
    },
    nextDay: () => void (world.date = addDays(world.date, 1)),
    async rows({ name }: TableSchema): Promise<Record<string, unknown>[]> {
      const text = gunzipSync(await bytesOf(store, dayTableKey(name, world.date))).toString();
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    async file({ name }: TableSchema, extension: string): Promise<string> {
      return (await bytesOf(store, exportKey(name, world.date, extension))).toString();
    },
  };
}

async function bytesOf(store: ReportStore, key: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await store.read(key)) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}
