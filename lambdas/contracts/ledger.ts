import type {
  Observation,
  OrderedBy,
  PartStatus,
  Resource,
  Severity,
} from '#lambdas/contracts/observation.ts';

/**
 * The ledger is one table. Partition key `alert`, sort key `row`: `head`, `part#<id>`, `receipt#<channel>`; and below
 * `thread/<thread>` a row for each channel that says where the thread begins.
 * The body of a row is one JSON attribute; beside it stand only the attributes that conditions, filters and
 * indexes read.
 */
export const HEAD_ROW = 'head';
export const PART_ROW_PREFIX = 'part#';
export const RECEIPT_ROW_PREFIX = 'receipt#';

/**
 * Sparse indexes: `due` over heads by `dueAt`, `owed` over receipts by `owedAt` (milliseconds), `open` by
 * `openScope` over the open heads of alerts that their source is asked about.
 */
export const DUE_INDEX = 'due';
export const OWED_INDEX = 'owed';
export const OPEN_INDEX = 'open';

/** The partition of a thread, with a row for each channel that has a message in it. */
export const THREAD_PARTITION_PREFIX = 'thread/';

/** The partition that mutes made at run time live in. */
export const MUTES_PARTITION = 'mutes';

/** A head row never grows beyond this, whatever the number of accounts; DynamoDB's own limit is 400 KB. */
export const HEAD_LIMIT_BYTES = 32_768;
export const SAMPLE_SIZE = 20;

export type Tally = Record<string, number>;

export type SampledAccount = {
  part: string;
  account?: string;
  accountName?: string;
  region?: string;
  status: PartStatus;
  resources: number;
};
export type SampledResource = Resource & { part: string; account?: string };

/** How often something happened, and when; `lastHour`: in the hour up to `last`, 300 at most. ISO 8601 in UTC. */
export type Occurrences = { count: number; first: string; last: string; lastHour: number };

/** What one channel may see of an alert: the sums over the parts routed to it, and the first of each list. */
export type View = {
  parts: number;
  /** `open/error` → number of parts. */
  standing: Tally;
  resources: number;
  /** `PENDING` → number of resources; resources without a status are not in it. */
  resourceStatus: Tally;
  pages: { seen: number; total: number };
  /** Of all its parts; absent where the source counts none. */
  occurrences?: Occurrences;
  accountSample: SampledAccount[];
  resourceSample: SampledResource[];
  /** Since when no part that the channel sees is open. */
  resolvedAt?: string;
  /** A sample lost a name and must be taken anew from the parts before the head is written. */
  isStale?: boolean;
};

/** Whether a part that the channel sees is open. */
export function isViewOpen({ standing }: View): boolean {
  return Object.keys(standing).some((name) => name.startsWith('open/'));
}

/** A line of an alert's history, for the threads. */
export type Entry = { revision: number; at: string; text: string; kind?: 'reminder' };

/** The words of an alert, from one observation of it; `status` is that of its part. */
export type Content = Pick<
  Observation,
  | 'source'
  | 'scope'
  | 'severity'
  | 'title'
  | 'summary'
  | 'facts'
  | 'links'
  | 'labels'
  | 'startsAt'
  | 'endsAt'
  | 'deadline'
  | 'remindAt'
  | 'resolvesAt'
  | 'related'
  | 'actions'
  | 'attachments'
  | 'check'
  | 'thread'
> & { status: PartStatus; orderedBy: OrderedBy; hash: string };

export type Head = {
  key: string;
  revision: number;
  status: PartStatus;
  /** What channels are told: of an open part as long as there is one. */
  content: Content;
  /** The newest words of parts that stand otherwise. */
  unspoken?: Content;
  views: Record<string, View>;
  /** How many names the samples may hold: `SAMPLE_SIZE`, or less where many channels share the row. */
  sampleSize: number;
  entries: Entry[];
  /** Part writes that the views hold already: `[revision, write id]`, the newest last. */
  applied: [number, string][];
  openedAt: string;
  /** Since when it is open once more. */
  reopenedAt?: string;
  updatedAt: string;
  resolvedAt?: string;
  /** When its source was last asked whether it still holds. */
  checkedAt?: string;
  /** What it said then, while the alert lasts. */
  found?: string;
  /** Why it could not tell. */
  unanswered?: string;
  /** Reminders up to this moment have been sent. */
  remindedUntil: string;
  /** When the earliest mute of a part ends. */
  muteEndsAt?: string;
};

/** What a channel was told of an alert. */
export type Receipt = {
  channel: string;
  /** The product's own reference of the message. */
  reference: string;
  /** 0: posted, but its thread is still to be filled. */
  revision: number;
  hash: string;
  status: PartStatus;
  severity: Severity;
  /** Edits since the cadence last started anew. */
  edits: number;
  deliveredAt: string;
  /** The names of all resources stand in the thread. */
  listed?: boolean;
  /** The pictures stand in the thread. */
  attached?: boolean;
  /** The channel has still to hear of a later revision; the alert clock wakes it then. */
  owedAt?: string;
  /** Writes of this row; the condition of the next. */
  writes: number;
};

/** Where the thread of several alerts begins in a channel. */
export type ThreadRoot = { alert: string; reference: string; postedAt: string; writes: number };

/** What chat-delivery reads of a part row: its resources by name, page by page. */
export type PartResources = {
  id: string;
  account?: string;
  pages: Record<string, { first: Resource[] }>;
};

/** What health-reconcile reads of a part row: which update it holds, and which pages of it. */
export type PartProgress = {
  id: string;
  orderedBy: OrderedBy;
  /** Of the newest version; the page that carries it tells how many there are. */
  hash: string;
  pages: Record<string, { hash: string; total: number; update: string }>;
};
