import type { AffectedEntity, Event } from '@aws-sdk/client-health';
import type { Answers } from '#lambdas/health-reconcile/ask-for-all.ts';

export type EventFilter = { statuses: ('open' | 'upcoming')[] } | { updatedSince: Date };

/** What the API tells of one part of an event. */
export type Described = { event: Event; description: string };

/** How many accounts an event affects; `isAll` is false where there are more than were counted. */
type AccountCount = { count: number; isAll: boolean };

/**
 * The Health API of an Organization or of one account. Each call fails with a NotSubscribedError where the
 * support plan does not have it. Parts are named as in the ledger: by account, or `public`.
 */
export type HealthApi = {
  listEvents: (filter: EventFilter) => Promise<Event[]>;
  /** None where the event does not exist any more. */
  listParts: (arn: string) => Promise<string[]>;
  /** Undefined where the API does not tell. */
  countAccounts: (arn: string) => Promise<AccountCount | undefined>;
  describe: (arn: string, parts: string[]) => Promise<Answers<Described>>;
  listEntities: (arn: string, accounts: string[]) => Promise<Answers<AffectedEntity[]>>;
};
