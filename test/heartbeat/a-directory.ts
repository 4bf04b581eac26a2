import {
  ACCOUNT_ROW,
  type AccountRecord,
  HEARTBEAT_ROW_PREFIX,
  type HeartbeatRecord,
  WATCH_PARTITION,
  WATCH_ROW,
} from '#lambdas/contracts/directory.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';

export const NOW = new Date('2026-11-20T08:00:00.000Z');
export const PAYMENTS = '111122223333';
export const SHOP = '444455556666';
export const MANAGEMENT = '999900001111';

/** So many hours before `NOW`. */
export function hoursAgo(hours: number): string {
  return new Date(NOW.getTime() - hours * 3_600_000).toISOString();
}

export function someHeartbeatSettings(over: Partial<HeartbeatSettings> = {}): HeartbeatSettings {
  return {
    regions: ['eu-central-1', 'us-east-1'],
    silentAfterHours: 30,
    version: '0.2.0',
    hasDirectory: true,
    managementAccount: MANAGEMENT,
    accounts: [],
    ...over,
  };
}

/** An active account that has been a member for a year. */
export function anAccount(id: string, over: Partial<AccountRecord> = {}): AccountRecord {
  const targetSince = '2025-11-20T08:00:00.000Z';
  return { id, state: 'ACTIVE', targetSince, tags: {}, contacts: {}, readAt: hoursAgo(2), ...over };
}

/** The directory in memory, with the conditions of the real one; and what became of a count or a digest. */
export function aDirectory(settings: HeartbeatSettings = someHeartbeatSettings()) {
  const rows = new Map<string, { account: string; row: string; body: unknown }>();
  const observations: Observation[] = [];
  const reports: Record<string, unknown>[] = [];
  const state = { now: NOW };
  const put = (account: string, row: string, body: unknown) =>
    void rows.set(`${account} ${row}`, { account, row, body: JSON.parse(JSON.stringify(body)) as unknown });

  const ports: HeartbeatPorts = {
    async *listRows() {
      yield* rows.values();
    },
    writeHeartbeat: async (record) => {
      const row = `${HEARTBEAT_ROW_PREFIX}${record.region}`;
      const before = rows.get(`${record.account} ${row}`)?.body as HeartbeatRecord | undefined;
      if (!before || before.heardAt < record.heardAt) put(record.account, row, record);
    },
    writeWatch: async (record) => put(WATCH_PARTITION, WATCH_ROW, record),
    report: (fields) => void reports.push(fields),
    observe: async (observation) => void observations.push(observation),
    now: () => state.now,
    stack: 'ReeveHub',
    settings,
  };

  return {
    ports,
    state,
    observations,
    reports,
    rows: () => [...rows.values()],
    /** Counting has gone on for a month. */
    watched(since = hoursAgo(720)) {
      const regions = settings.regions.map((region) => [region, since]);
      put(WATCH_PARTITION, WATCH_ROW, {
        countedAt: hoursAgo(1),
        since: Object.fromEntries(regions) as object,
      });
    },
    has: (...records: AccountRecord[]) => {
      for (const record of records) put(record.id, ACCOUNT_ROW, record);
    },
    heard: (account: string, region: string, hours: number, version = '0.2.0') =>
      put(account, `${HEARTBEAT_ROW_PREFIX}${region}`, {
        account,
        region,
        heardAt: hoursAgo(hours),
        version,
      }),
  };
}
