import type { CostReport } from '#lambdas/contracts/cost-tables.ts';
import type { Severity } from '#lambdas/contracts/observation.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';

/** Which parts a route or a mute is about. Each given field must match; a list matches by any of its entries. */
export type PartFilter = {
  sources?: string[];
  /** This severity or worse. */
  severity?: Severity;
  accounts?: string[];
  regions?: string[];
  /** Paths of organizational units; `/prod` includes `/prod/eu`. */
  ous?: string[];
  /** Tags of the account or of a resource, by key. Values may hold `*`. */
  tags?: Record<string, string[]>;
  /** Labels of the observation (`service`, `typeCode`, `persona` …), by name. Values may hold `*`. */
  labels?: Record<string, string[]>;
};

/** Parts that match `when` are told to `channels`, and with `owner` also to the channel of the part's owner. */
export type Route = { name: string; when: PartFilter; channels: string[]; owner: boolean };

/** Parts that match `when` are told to no new channel before `until` (ISO 8601). */
export type Mute = { id: string; reason: string; until: string; when: PartFilter };

export type ChannelSettings = {
  /** `ops`: the word that routes use. */
  name: string;
  secretName: string;
} & (
  | { kind: 'slack'; conversation: string; apiUrl: string }
  | { kind: 'slack-webhook' }
  | { kind: 'webhook' }
);

/** What is known of an account. `ou` is a path of names such as `/prod/eu`. */
export type Account = {
  id: string;
  name?: string;
  ou?: string;
  owner?: string;
  tags: Record<string, string>;
};

/** `settings.json` beside the alert desk. `owners`: the channel of each owner. */
export type DeskSettings = { routes: Route[]; mutes: Mute[]; owners: Record<string, string> };

/** `settings.json` beside chat-delivery. */
export type DeliverySettings = { channels: ChannelSettings[] };

/** `settings.json` beside health-alerts. */
export type HealthSettings = { accounts: Account[]; reminderDays: number[]; quietAfterDays: number };

/** `settings.json` beside ecs-alerts. */
export type EcsSettings = {
  accounts: Account[];
  /** Without news for so long an alert counts as over, where ECS cannot be asked. */
  quietMinutes: number;
  /** A drain that takes longer is told. */
  drainMinutes: number;
  /** An agent that is away for longer is told. */
  disconnectedMinutes: number;
  /** Deployments that are told: those that fail, or all from their start. */
  deployments: 'failed' | 'all';
  /** Tell of tasks that a person or a program stopped. */
  userStops: boolean;
  /** Last lines of a log to show, redacted; 0: none. */
  logLines: number;
};

/** `settings.json` beside ecs-inventory. */
export type EcsInventorySettings = {
  /** Beside the home Region. */
  regions: string[];
  accounts: Account[];
  /** Absent: a lone account, which is read by the function's own role. */
  organization?: {
    /** A member by stacks of its own, wherever it lies. */
    managementAccount: string;
    /** By this each account lets itself be read. */
    reader: { roleName: string; externalId: string };
  };
};

/** `settings.json` beside required-tags. */
export type RequiredTagsSettings = {
  policy: TagPolicy;
  /** By what AWS Config checks it: `managed` rules let pass what the policy does not. */
  engine: 'guard' | 'managed' | 'none';
  /** The key of the tag that names a resource's owner. */
  ownerKey: string;
  /** Owners that have a channel. */
  owners: string[];
  accounts: Account[];
};

/** `settings.json` beside account-directory. `targets`: ids of the root or of organizational units. */
export type DirectorySettings = { ownerTag: string; targets: string[]; managementAccount: string };

/** `settings.json` beside heartbeat. */
export type HeartbeatSettings = {
  /** Those that every member must be heard of. */
  regions: string[];
  silentAfterHours: number;
  /** What the hub runs, and members should. */
  version: string;
  /** The directory says who is a member; without it, whoever was heard once is expected again. */
  hasDirectory: boolean;
  /** A member by stacks of its own, wherever it lies. */
  managementAccount?: string;
  accounts: Account[];
};

/** `settings.json` beside health-reconcile. */
export type ReconcileSettings = {
  /** Whose events: those of the Organization, or those of the account that it runs in. */
  view: 'organization' | 'account';
  /** Regions whose public events matter, beside the home Region. */
  publicRegions: string[];
};

/** `settings.json` beside cost-reports. */
export type CostSettings = {
  /** Whose costs: of all accounts that the management account pays for, or of one account alone. */
  view: 'organization' | 'account';
  /** The account that is asked: the management account, or the one that Reeve runs in. Absent: not known before. */
  payer?: string;
  /** By this the asked account lets itself be read; absent: with the function's own role. */
  readerRole?: { arn: string; externalId: string };
  reports: CostReport[];
  tags: string[];
  costCategories: string[];
  /** Whose reservations are asked for; each is a request for each of the reports of reservations. */
  reservationServices: string[];
  /** Months that the first run asks for, the running one included: 13, or 38 where the payer keeps several years. */
  historyMonths: number;
  /** What the digest and the page count by. */
  basis: 'unblended' | 'amortized' | 'net_unblended' | 'net_amortized';
  /** Billed requests that a run, and all runs of a calendar month (UTC), may make. */
  caps: { run: number; month: number };
  /** Also as Parquet, which Athena then reads. */
  parquet: boolean;
  /** Files of a FOCUS export that are read instead of asking Cost Explorer. */
  focus?: { bucket: string; prefix: string };
  /** Names of accounts, where the source gives none. */
  accounts: Account[];
};

/** `settings.json` beside cost-anomalies. */
export type CostAnomalySettings = { accounts: Account[] };

/** `settings.json` beside tag-coverage. */
export type TagCoverageSettings = {
  policy: TagPolicy;
  /** Types of the policy of which nothing proves that AWS Config records their tags. */
  unprovenTypes: string[];
  /** Beside the home Region. */
  regions: string[];
  accounts: Account[];
  /** The key of the tag that names a resource's owner. */
  ownerKey: string;
  /** Absent: a lone account, which is read by the function's own role. */
  organization?: {
    managementAccount: string;
    /** By this each account lets itself be read. */
    reader: { roleName: string; externalId: string };
  };
};

/** `settings.json` beside trusted-advisor-alerts. */
export type TrustedAdvisorSettings = {
  selection: AdvisorSelection;
  /** The key of the tag that names a resource's owner. */
  ownerKey: string;
  /** Owners that have a channel. */
  owners: string[];
  accounts: Account[];
};

/** `settings.json` beside trusted-advisor-sweep. */
export type TrustedAdvisorSweepSettings = {
  selection: AdvisorSelection;
  /** A check whose result is older is refreshed; absent: none is. */
  refreshAfterHours?: number;
  /** Where the partition has its Support API. */
  globalRegion: string;
  accounts: Account[];
  /** Absent: a lone account, which is read by the function's own role. */
  organization?: {
    managementAccount: string;
    /** By this each account lets itself be read. */
    reader: { roleName: string; externalId: string };
  };
};
