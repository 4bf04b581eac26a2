import { createHash } from 'node:crypto';
import type { Observation, Resource, Severity } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';

/** What the alerts of ECS say of their own; what all have alike is added by `toObservation`. */
export type EcsAlert = {
  /** `stop`, `deployment`, `drain` …: what kind of alert it is, and what tells it from others of its kind. */
  kind: string;
  identity: string[];
  /** The ARN of what must be told in order: a service, a cluster, an instance, a daemon. */
  scope: string;
  severity: Severity;
  title: string;
  /** Lines; empty ones are left out. */
  summary: string[];
  facts: Observation['facts'];
  links: Observation['links'];
  resources: Resource[];
  labels: Record<string, string | undefined>;
  /** Milliseconds. */
  at: number;
  /** Clocks that are trusted more than the moment, or that decide within one moment. */
  before?: Observation['part']['orderedBy'];
  after?: Observation['part']['orderedBy'];
  status?: 'open' | 'resolved';
} & Partial<
  Pick<
    Observation,
    | 'endsAt'
    | 'deadline'
    | 'remindAt'
    | 'resolvesAt'
    | 'entry'
    | 'occurrence'
    | 'holdUntil'
    | 'quiet'
    | 'check'
    | 'thread'
    | 'related'
    | 'actions'
  >
>;

const SOURCE = 'ecs';

/** The clock of all alerts of ECS: when it happened, by ECS's own account. */
export const CLOCK = 'happenedAt';

/** Until then ECS has been asked, and has answered. */
const ANSWER_MINUTES = 10;

export function scopeOf(arn: string): string {
  return `${SOURCE}/${arn}`;
}

function alertKeyOf({ kind, identity }: Pick<EcsAlert, 'kind' | 'identity'>): string {
  const digest = createHash('sha256').update(JSON.stringify(identity)).digest('base64url');
  return `${SOURCE}-${kind}/${digest.slice(0, 22)}`;
}

/** An alert of ECS as the alert desk understands it. */
export function toObservation(alert: EcsAlert, place: Place, account: Account, now: Date): Observation {
  const {
    kind: _kind,
    identity: _identity,
    scope,
    summary,
    resources,
    labels,
    at,
    before,
    after,
    status,
    ...words
  } = alert;
  return {
    kind: 'observation',
    key: alertKeyOf(alert),
    scope: scopeOf(scope),
    source: SOURCE,
    part: {
      id: account.id,
      account: account.id,
      ...(account.name ? { accountName: account.name } : {}),
      ...(place.region ? { region: place.region } : {}),
      resources,
      status: status ?? 'open',
      orderedBy: [...(before ?? []), [CLOCK, at], ...(after ?? [])],
    },
    summary: summary.filter(Boolean).join('\n'),
    labels: labelsOf(labels, account),
    ...(account.owner ? { owner: account.owner } : {}),
    remindAt: [],
    related: [],
    actions: [],
    ...words,
    // What is over is not asked about, and nothing keeps it open.
    ...(words.quiet ? { check: undefined, resolvesAt: isoTime(at) } : answerable(words, now)),
  };
}

/** News that comes late is not taken for over before ECS was asked. */
function answerable({ check, resolvesAt }: Partial<EcsAlert>, now: Date): Pick<EcsAlert, 'resolvesAt'> {
  const answered = minutesAfter(now.getTime(), ANSWER_MINUTES);
  return check && resolvesAt && resolvesAt < answered ? { resolvesAt: answered } : {};
}

/** What routes and mutes can ask of it: `cluster`, `service`, `verdict`, `typeCode`, `ou`, `tag:team` … */
function labelsOf(labels: EcsAlert['labels'], account: Account): Record<string, string[]> {
  const tags = Object.entries(account.tags).map(([key, value]) => [`tag:${key}`, value] as const);
  const pairs = [...Object.entries(labels), ['ou', account.ou] as const, ...tags];
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value ? [[name, [value]]] : [])));
}

export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function minutesAfter(milliseconds: number, minutes: number): string {
  return isoTime(milliseconds + minutes * 60_000);
}
