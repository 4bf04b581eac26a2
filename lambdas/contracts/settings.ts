import type { Severity } from '#lambdas/contracts/observation.ts';

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
