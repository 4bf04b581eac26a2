import type { PartProgress } from '#lambdas/contracts/ledger.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { HealthSweepState } from '#lambdas/contracts/sweep-state.ts';
import type { HealthApi } from '#lambdas/health-reconcile/health-api.ts';
import type { HealthMessage } from '#lambdas/health-reconcile/health-message.ts';
import type { ReconcileMessage } from '#lambdas/health-reconcile/reconcile-message.ts';

export type ReconcilePorts = {
  /** The Region that the Health API is active in at this moment. */
  activeRegion: () => Promise<string>;
  healthApi: (region: string) => HealthApi;
  readState: () => Promise<HealthSweepState | undefined>;
  /** Fails with a RetryLaterError where somebody else wrote meanwhile; `revision` is that of the state read. */
  writeState: (state: HealthSweepState, now: Date) => Promise<void>;
  /** The parts of an alert that the ledger holds, by id. */
  knownParts: (key: string) => Promise<Map<string, PartProgress>>;
  /** To the capability's own queue. */
  send: (messages: ReconcileMessage[]) => Promise<void>;
  /** To health-alerts. */
  relay: (messages: HealthMessage[]) => Promise<void>;
  observe: (observation: Observation) => Promise<void>;
  /** What AWS would not tell, for the log. */
  report: (unanswered: { eventArn: string; parts: string[]; errors: string[] }) => void;
  now: () => Date;
  hub: { account: string; region: string };
  publicRegions: string[];
};
