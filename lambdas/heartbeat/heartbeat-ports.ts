import type { HeartbeatRecord, WatchRecord } from '#lambdas/contracts/directory.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';

export type HeartbeatPorts = {
  /** Every row of the directory, in any order. */
  listRows: () => AsyncIterable<{ account: string; row: string; body: unknown }>;
  /** Unless a later one is stored. */
  writeHeartbeat: (record: HeartbeatRecord) => Promise<void>;
  writeWatch: (record: WatchRecord) => Promise<void>;
  /** One line of the log, from which CloudWatch takes the metric. */
  report: (fields: Record<string, unknown>) => void;
  observe: (observation: Observation) => Promise<void>;
  now: () => Date;
  stack: string;
  settings: HeartbeatSettings;
};
