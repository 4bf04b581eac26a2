import { referenceOf } from '#lambdas/chat-delivery/reference.ts';
import {
  type Content,
  type Head,
  isViewOpen,
  type Occurrences,
  type SampledAccount,
  type SampledResource,
  type View,
} from '#lambdas/contracts/ledger.ts';
import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';

export type CardStatus = 'open' | 'upcoming' | 'resolved';

/** An alert as one channel may see it, before any product's markup. Texts are as the source wrote them. */
export type Card = Pick<
  Content,
  | 'source'
  | 'title'
  | 'summary'
  | 'facts'
  | 'links'
  | 'labels'
  | 'startsAt'
  | 'endsAt'
  | 'deadline'
  | 'actions'
  | 'attachments'
> & {
  /** Six letters that people can quote and search for. */
  reference: string;
  revision: number;
  /** When Reeve first heard of it. */
  openedAt: string;
  status: CardStatus;
  severity: Severity;
  accounts: SampledAccount[];
  /** 0: the alert is about no account in particular. */
  accountCount: number;
  regions: string[];
  resources: SampledResource[];
  resourceCount: number;
  /** Resources still to be dealt with, where the source tells their status. */
  pending?: { count: number; total: number };
  /** How often it happened, where the source counts. */
  occurrences?: Occurrences;
  /** Set while pages are missing. */
  pages?: { seen: number; total: number };
  resolvedAt?: string;
};

/** Statuses that leave nothing to do, or nobody to say what. */
const DONE = new Set(['RESOLVED', 'UNIMPAIRED', 'NOT WATCHED']);

export function toCard(head: Head, view: View, now: Date): Card {
  const { content } = head;
  const { orderedBy: _o, hash: _h, scope: _s, remindAt: _r, resolvesAt: _e, related: _x, ...rest } = content;
  const { check: _c, thread: _t, ...words } = rest;
  const status = statusOf(head, view, now);
  const regions = [...new Set(view.accountSample.flatMap(({ region }) => region ?? []))].sort();
  const pending = pendingOf(view);
  const missing = view.pages.seen < view.pages.total;
  const resolvedAt = view.resolvedAt ?? head.resolvedAt;
  return {
    ...words,
    facts: head.found ? [...words.facts, { label: 'When asked', value: head.found }] : words.facts,
    reference: referenceOf(head.key),
    revision: head.revision,
    openedAt: head.reopenedAt ?? head.openedAt,
    status,
    severity: severityOf(view) ?? content.severity,
    accounts: view.accountSample,
    accountCount: accountsIn(view),
    regions,
    resources: view.resourceSample,
    resourceCount: view.resources,
    ...(pending ? { pending } : {}),
    ...(view.occurrences ? { occurrences: view.occurrences } : {}),
    ...(missing ? { pages: view.pages } : {}),
    ...(status === 'resolved' && resolvedAt ? { resolvedAt } : {}),
  };
}

/** Open while a part that this channel sees is; the end of the alert as a whole closes it everywhere. */
export function statusOf(head: Head, view: View, now: Date): CardStatus {
  if (!isViewOpen(view) || head.status === 'resolved') return 'resolved';
  const { startsAt } = head.content;
  return startsAt !== undefined && Date.parse(startsAt) > now.getTime() ? 'upcoming' : 'open';
}

/** The worst of the open parts, or of all where none is open. */
export function severityOf(view: View): Severity | undefined {
  const standings = Object.keys(view.standing);
  const open = standings.filter((standing) => standing.startsWith('open/'));
  const severities = (open.length > 0 ? open : standings).map((standing) => standing.split('/')[1]);
  return SEVERITIES.find((severity) => severities.includes(severity));
}

/** Parts can share an account; where not all are named, each counts as one. */
function accountsIn({ parts, accountSample }: View): number {
  if (accountSample.length < parts) return parts;
  return new Set(accountSample.flatMap(({ account }) => account ?? [])).size;
}

function pendingOf(view: View): Card['pending'] {
  const known = Object.entries(view.resourceStatus);
  if (known.length === 0) return undefined;
  const done = known.reduce((sum, [status, count]) => sum + (DONE.has(status) ? count : 0), 0);
  return { count: view.resources - done, total: view.resources };
}
