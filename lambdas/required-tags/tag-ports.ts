import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account, RequiredTagsSettings } from '#lambdas/contracts/settings.ts';
import type { ResourceKey, TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { Look } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';

/** `homeRegion`: where global resources are shown. */
export type TagSettings = RequiredTagsSettings & { homeRegion: string };

export type TagPorts = {
  settings: TagSettings;
  /** What is known of an account; one that is not known still has its id. */
  accountDirectory: (accountId: string) => Promise<Account>;
  /** Looks at resources of any account, by their rows. Never fails: what could not be asked is `unanswered`. */
  lookAt: (news: TagNews[]) => Promise<Map<string, Look>>;
  findings: FindingPorts;
  tell: (observation: Observation) => Promise<void>;
  /** Says how many messages came to what. */
  report: (counts: Record<string, number>) => void;
  now: () => Date;
};

export type FindingPorts = {
  read: (key: ResourceKey) => Promise<TagFinding | undefined>;
  /** Fails with `RetryLaterError` where another has written the row since it was read. */
  write: (finding: TagFinding) => Promise<void>;
  /** All findings of an account that are told in one of these alerts, those that are over among them, by their alert. */
  readAlerts: (account: string, alerts: readonly string[]) => Promise<Map<string, TagFinding[]>>;
  /** A number greater than all that the alert had before. */
  nextVersion: (account: string, alert: string) => Promise<number>;
  /** When a policy was first heard of in an account and Region, in milliseconds: now at the latest. */
  rolledOutAt: (
    place: Pick<ResourceKey, 'account' | 'region'>,
    version: string,
    at: number,
  ) => Promise<number>;
};
