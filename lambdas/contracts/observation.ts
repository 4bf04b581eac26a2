import * as z from 'zod/mini';

/** Ordered from worst to mildest; comparisons use the position. */
export const SEVERITIES = ['critical', 'error', 'warning', 'info'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

export const PartStatus = z.enum(['open', 'resolved']);
export type PartStatus = z.infer<typeof PartStatus>;

/** Something in an account that an alert is about: an instance, a volume, a `cluster/service`. */
export const Resource = z.object({
  id: z.string(),
  /** The source's own word, in upper case (`PENDING`, `IMPAIRED`); absent when it gave none. */
  status: z.optional(z.string()),
  url: z.optional(z.string()),
});
export type Resource = z.infer<typeof Resource>;

/**
 * When this version of a part was true, by named clocks in order of trust, in milliseconds or versions.
 * Two versions are compared by the first clock that both have: an AWS Health `lastUpdatedTime` can lie
 * hours after the `time` of the same event, so the two are never compared with each other.
 */
export const OrderedBy = z.array(z.tuple([z.string(), z.number()])).check(z.minLength(1));
export type OrderedBy = z.infer<typeof OrderedBy>;

/**
 * An account's share of an alert. `page`: the source sends the resources of one update in several messages;
 * `update` tells which belong together.
 */
const Part = z.object({
  id: z.string(),
  account: z.optional(z.string()),
  accountName: z.optional(z.string()),
  region: z.optional(z.string()),
  resources: z.array(Resource),
  status: PartStatus,
  orderedBy: OrderedBy,
  page: z.optional(z.object({ number: z.number(), total: z.number(), update: z.string() })),
});

const Fact = z.object({ label: z.string(), value: z.string() });
const Link = z.object({ label: z.string(), url: z.string() });

/** A picture in the report bucket, for channels that can show one. `alt` says in words what it shows. */
export const Attachment = z.object({
  title: z.string(),
  alt: z.string(),
  bucket: z.string(),
  key: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Something a reader can do: follow `url`, or run `command`. `id` is what an answer from chat will name. */
const Action = z.object({
  id: z.string(),
  label: z.string(),
  url: z.optional(z.string()),
  command: z.optional(z.string()),
});

/** One of many happenings that are told as one alert: `id` names it (a task), so that it counts once. ISO 8601. */
export const Occurrence = z.object({ id: z.string(), at: z.string() });
export type Occurrence = z.infer<typeof Occurrence>;

/**
 * Has the source asked, while the alert is open, whether it still holds: first at `from`, then again after so many
 * minutes. `subject` is what the source needs to know for that; nobody else reads it.
 */
const Check = z.object({
  from: z.string(),
  everyMinutes: z.number(),
  subject: z.record(z.string(), z.string()),
});

/**
 * What a capability learnt from one event or sweep: the only thing it tells the alert desk.
 * Times are ISO 8601 in UTC. Texts are plain, no channel's markup.
 */
export const Observation = z.object({
  kind: z.literal('observation'),
  /** Names the alert: observations with one key become one message per channel. */
  key: z.string().check(z.minLength(1), z.maxLength(512)),
  /** What must be ordered together; the FIFO group. */
  scope: z.string().check(z.minLength(1)),
  source: z.string().check(z.minLength(1)),
  part: Part,
  severity: Severity,
  title: z.string(),
  summary: z.string(),
  facts: z.array(Fact),
  links: z.array(Link),
  /** What routes and mutes match on: `service`, `typeCode`, `category`, `ou`, `tag:team` … */
  labels: z.record(z.string(), z.array(z.string())),
  owner: z.optional(z.string()),
  startsAt: z.optional(z.string()),
  endsAt: z.optional(z.string()),
  /** After this moment it is too late to act. */
  deadline: z.optional(z.string()),
  /** When the alert clock shall remind the channels of an alert that is still open. */
  remindAt: z.array(z.string()),
  /** When a part that is still open resolves by itself. */
  resolvesAt: z.optional(z.string()),
  related: z.array(z.string()),
  /** One line for the thread: what is new. Empty: nothing that is worth one. */
  entry: z.optional(z.string()),
  occurrence: z.optional(Occurrence),
  /** No channel hears of it before, and none at all where it is over by then. */
  holdUntil: z.optional(z.string()),
  /** Only for channels that know of its part already: it ends something, and is no news to anybody else. */
  quiet: z.optional(z.boolean()),
  check: z.optional(Check),
  /** Alerts of one thread stand together in channels that have threads. */
  thread: z.optional(z.string()),
  actions: z.array(Action),
  attachments: z.optional(z.array(Attachment)),
});
export type Observation = z.infer<typeof Observation>;

/** The alert clock says: this alert's `dueAt` has come. */
export const DueNotice = z.object({ kind: z.literal('due'), key: z.string(), scope: z.string() });
export type DueNotice = z.infer<typeof DueNotice>;

/**
 * How alerts stand of which nothing new happened: what the source said when it was asked for the alert `key`, or,
 * without a key, what holds for all open alerts of a scope that can be asked about. Parts that are older by `orderedBy`
 * are ended.
 * `resolved`: they are over. `open`: they last, at least until `resolvesAt`. `unknown`: it could not be asked.
 */
export const Standing = z.object({
  kind: z.literal('standing'),
  scope: z.string().check(z.minLength(1)),
  key: z.optional(z.string()),
  /** When it was so, ISO 8601, and by the clocks of the parts. */
  at: z.string(),
  orderedBy: OrderedBy,
  status: z.enum(['open', 'resolved', 'unknown']),
  /** A clause for readers, of what was found: `the service reached a steady state`. */
  why: z.string(),
  resolvesAt: z.optional(z.string()),
});
export type Standing = z.infer<typeof Standing>;

/** What the `alerts` queue carries. */
export const DeskMessage = z.discriminatedUnion('kind', [Observation, DueNotice, Standing]);
export type DeskMessage = z.infer<typeof DeskMessage>;

/** The desk asks a source whether an open alert of it still holds; the answer is a `Standing` or an observation. */
export const CheckRequest = z.object({
  kind: z.literal('check'),
  key: z.string(),
  scope: z.string(),
  subject: z.record(z.string(), z.string()),
});
export type CheckRequest = z.infer<typeof CheckRequest>;
