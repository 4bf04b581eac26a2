import type { Observation } from '#lambdas/contracts/observation.ts';
import type { TagCoverageSettings } from '#lambdas/contracts/settings.ts';
import type { RecheckRequest } from '#lambdas/contracts/tags/recheck-request.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import type { OpenAccount } from '#lambdas/tag-coverage/read/account-api.ts';
import type { SourceStatus } from '#lambdas/tag-coverage/read/source-status.ts';

/** What a sweep needs of the world. */
export type SweepPorts = {
  settings: Pick<TagCoverageSettings, 'policy' | 'unprovenTypes' | 'ownerKey'>;
  regions: readonly string[];
  /** Where the partition's global services are. */
  globalRegion: string;
  readAccounts: () => Promise<KnownAccounts>;
  aggregator: {
    /** Rows of the aggregator, page by page; each is JSON. */
    select: (expression: string) => AsyncIterable<string[]>;
    sources: () => AsyncIterable<SourceStatus[]>;
  };
  openAccount: OpenAccount;
  openFindings: () => AsyncIterable<TagFinding>;
  /** Has required-tags look at resources itself. */
  recheck: (requests: RecheckRequest[]) => Promise<void>;
  observe: (observation: Observation) => Promise<void>;
  store: ReportStore;
  /** The page of a file in the console. */
  linkTo: (key: string) => string;
  report: (message: string, error: unknown, places?: string[]) => void;
  hasTime: () => boolean;
  now: () => Date;
};
