import {
  ACCOUNT_ROW,
  type AccountRecord,
  HEARTBEAT_ROW_PREFIX,
  type HeartbeatRecord,
  WATCH_PARTITION,
  type WatchRecord,
} from '#lambdas/contracts/directory.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';

type Beat = { at: number; version: string };
export type CountedAccount = {
  name?: string;
  /** In the directory: since when it should be heard; undefined: it should not. */
  targetSince?: number;
  /** By Region. */
  beats: Map<string, Beat>;
};
/** `knowsAccounts`: the directory has been filled. */
export type Census = { accounts: Map<string, CountedAccount>; knowsAccounts: boolean; watch?: WatchRecord };

/** Reads the directory through, and keeps of each row the little that counts. */
export async function takeCensus(rows: ReturnType<HeartbeatPorts['listRows']>): Promise<Census> {
  const census: Census = { accounts: new Map(), knowsAccounts: false };
  for await (const { account, row, body } of rows) {
    if (account === WATCH_PARTITION) {
      census.watch = body as WatchRecord;
    } else if (row === ACCOUNT_ROW) {
      census.knowsAccounts = true;
      Object.assign(counted(census, account), membershipOf(body as AccountRecord));
    } else if (row.startsWith(HEARTBEAT_ROW_PREFIX)) {
      const { region, heardAt, version } = body as HeartbeatRecord;
      counted(census, account).beats.set(region, { at: Date.parse(heardAt), version });
    }
  }
  return census;
}

function counted({ accounts }: Census, id: string): CountedAccount {
  const known = accounts.get(id) ?? { beats: new Map() };
  accounts.set(id, known);
  return known;
}

function membershipOf({ name, state, targetSince }: AccountRecord): Omit<CountedAccount, 'beats'> {
  return {
    ...(name ? { name } : {}),
    ...(state === 'ACTIVE' && targetSince ? { targetSince: Date.parse(targetSince) } : {}),
  };
}
