import type { Observation } from '#lambdas/contracts/observation.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import type { CaseRow, HintRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import type { SupportCasesSettings } from '#lambdas/contracts/support/support-cases-settings.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import type { OpenAccount } from '#lambdas/support-cases/read/case-api.ts';

/** `version`: the number of its writes, which the next write must know. */
export type KeptReading = { reading: AccountReading; version: number };
export type KeptHint = { key: string; hint: HintRow; version: number };

/** The table of cases. Who writes a row that another has written meanwhile fails with `BusyError`. */
export type RowPorts = {
  /** Of which there are rows, members or not. */
  accounts: () => Promise<string[]>;
  caseOf: (account: string, displayId: string) => Promise<CaseRow | undefined>;
  casesOf: (account: string) => Promise<CaseRow[]>;
  /** `row.version` is the number that it gets; `before` that of the row which is there, 0 for none. */
  writeCase: (row: CaseRow, before: number) => Promise<void>;
  readingOf: (account: string) => Promise<KeptReading | undefined>;
  writeReading: (account: string, reading: AccountReading, before: number) => Promise<void>;
  hintOf: (account: string, key: string) => Promise<KeptHint | undefined>;
  hintsOf: (account: string) => Promise<KeptHint[]>;
  writeHint: (account: string, key: string, hint: HintRow, before: number) => Promise<void>;
  deleteHint: (account: string, key: string) => Promise<void>;
};

type Store = 'raw' | 'redacted';
type CaseName = { account: string; displayId: string };

/** The two stores of threads, and that of attachments. */
export type StorePorts = {
  /** Undefined where somebody has deleted it. */
  readThread: (key: string) => Promise<CaseThread | undefined>;
  /** Its key, made of what is in it. */
  writeThread: (store: Store, thread: CaseThread) => Promise<string>;
  /** One that no row names any more. */
  deleteThread: (store: Store, key: string) => Promise<void>;
  /** Deletes versions of a thread that were written before the moment, but for the one that holds; says whether that is there. */
  dropOrphans: (store: Store, one: CaseName, kept: string, before: Date) => Promise<boolean>;
  writeAttachment: (one: CaseName, id: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>;
};

/** What support-cases needs of the world. */
export type SupportPorts = {
  settings: SupportCasesSettings;
  partition: string;
  rows: RowPorts;
  stores: StorePorts;
  openAccount: OpenAccount;
  readAccounts: () => Promise<KnownAccounts>;
  /** What is remembered, and reports. */
  store: ReportStore;
  observe: (observation: Observation) => Promise<void>;
  /** Says to trackers that a case has changed. */
  announce: (one: CaseName) => Promise<void>;
  /** Counts and ids, never a text of a case. */
  note: (message: string, fields: Record<string, unknown>) => void;
  report: (message: string, error: unknown, places?: string[]) => void;
  /** For one more account, or one more month of one. */
  hasTime: () => boolean;
  now: () => Date;
};

/** What bringing one case up to date needs of it. */
export type SyncPorts = Pick<
  SupportPorts,
  'settings' | 'partition' | 'rows' | 'stores' | 'observe' | 'announce' | 'report' | 'now'
>;
