import type { Version } from '#lambdas/alert-desk/compare-order.ts';
import type { Occurrences, Tally } from '#lambdas/contracts/ledger.ts';
import type { OrderedBy, PartStatus, Resource, Severity } from '#lambdas/contracts/observation.ts';

/** One page of a part's resources: its counts, and the first resources by name. */
export type PartPage = Version & {
  total: number;
  update: string;
  resources: number;
  resourceStatus: Tally;
  first: Resource[];
};

/** What a part adds to the views of its channels; only sums, so that it can be taken away again. */
export type Contribution = {
  channels: string[];
  status: PartStatus;
  severity: Severity;
  resources: number;
  resourceStatus: Tally;
  pages: { seen: number; total: number };
  occurrences?: Occurrences;
};

/** The occurrences of a part, and the newest of them by name, so that none counts twice. */
export type CountedOccurrences = {
  count: number;
  first: string;
  last: string;
  /** A hash of the id and the time in seconds, the newest last. */
  recent: [string, number][];
};

/** The row of a part: its newest version of each page, and what the head counts of it. */
export type PartRow = {
  id: string;
  /** Raised with each write; the condition of the next. */
  version: number;
  account?: string;
  accountName?: string;
  region?: string;
  owner?: string;
  status: PartStatus;
  severity: Severity;
  source: string;
  labels: Record<string, string[]>;
  orderedBy: OrderedBy;
  hash: string;
  pages: Record<string, PartPage>;
  /** The channels that were told of this part or are to be. */
  channels: string[];
  /** No new channel hears of this part before. */
  mutedUntil?: string;
  /** The last moment that the newest version speaks of; the row is kept longer. */
  keepUntil?: string;
  /** Hashes of the contents seen, the newest last. */
  seen: string[];
  occurrences?: CountedOccurrences;
  writeId: string;
  /** The head's revision that was read before this write. */
  headRevision: number;
  /** What the head counted of this part before this write. */
  counted?: Contribution;
};
