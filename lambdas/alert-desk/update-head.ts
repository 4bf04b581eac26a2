import { compareAcrossParts } from '#lambdas/alert-desk/compare-order.ts';
import { contributionOf } from '#lambdas/alert-desk/contribution.ts';
import { contentHash } from '#lambdas/alert-desk/merge-part.ts';
import type { Contribution, PartRow } from '#lambdas/alert-desk/part-row.ts';
import { EMPTY_VIEW, viewWith } from '#lambdas/alert-desk/view.ts';
import { type Content, type Head, SAMPLE_SIZE } from '#lambdas/contracts/ledger.ts';
import type { Observation, PartStatus } from '#lambdas/contracts/observation.ts';

/** A part that was written, and what the head counted of it before. */
export type PartChange = { part: PartRow; before: Contribution | undefined };

/** Part writes a head remembers, so that a repeat is not counted twice; a batch brings ten at most. */
const APPLIED_LIMIT = 60;
const ENTRY_LIMIT = 20;
const ENTRY_LENGTH = 300;
/** A head must stay small whatever a source sends; channels show less than this of each. */
const SUMMARY_LENGTH = 6000;
const FACT_LIMIT = 10;
const LABEL_LIMIT = 20;
const LABEL_VALUES = 5;

export function newHead(observation: Observation, now: Date): Head {
  const at = now.toISOString();
  return {
    key: observation.key,
    revision: 0,
    status: observation.part.status,
    content: contentOf(observation),
    views: {},
    sampleSize: SAMPLE_SIZE,
    entries: [],
    applied: [],
    openedAt: at,
    updatedAt: at,
    remindedUntil: at,
  };
}

/**
 * The head one revision later, with these changes of parts (those that it holds already are passed over) and
 * the words of these observations. The newest words win, whatever became of their part: a former try may
 * have written the part and died before the head.
 */
export function headWith(head: Head, changes: PartChange[], observations: Observation[], now: Date): Head {
  const revision = head.revision + 1;
  const counted = changes
    .filter(({ part }) => !isApplied(head, part.writeId))
    .reduce((current, change) => withChange(current, change, revision), head);
  const next = observations.reduce((current, observation) => withWords(current, observation, now), counted);
  return standing({ ...next, revision, updatedAt: now.toISOString() }, now);
}

/** Whether an observation has newer words than the head. */
export function hasNews(head: Head, observation: Observation): boolean {
  return compareAcrossParts(contentOf(observation), head.content) > 0;
}

export function isApplied(head: Head, writeId: string): boolean {
  return head.applied.some(([, id]) => id === writeId);
}

/** Whether the head can still tell which writes since `revision` it holds. */
export function remembersSince(head: Head, revision: number): boolean {
  return head.applied.length < APPLIED_LIMIT || (head.applied[0]?.[0] ?? 0) <= revision;
}

/** Open as long as any part is, unless the time of the alert as a whole has passed. */
function standing(head: Head, now: Date): Head {
  const { resolvesAt } = head.content;
  const over = resolvesAt !== undefined && Date.parse(resolvesAt) <= now.getTime();
  const status: PartStatus = hasOpenPart(head) && !over ? 'open' : 'resolved';
  const { resolvedAt, ...rest } = head;
  if (status === 'open') return { ...rest, status };
  return { ...rest, status, resolvedAt: resolvedAt ?? now.toISOString() };
}

/** A line for the threads of all channels that follow the alert, of the revision that is being made. */
export function withEntry(head: Head, text: string, now: Date): Head {
  const line = text.length > ENTRY_LENGTH ? `${text.slice(0, ENTRY_LENGTH - 1).toWellFormed()}…` : text;
  if (head.entries.some((entry) => entry.text === line)) return head;
  const entry = { revision: head.revision + 1, at: now.toISOString(), text: line };
  return { ...head, entries: [...head.entries, entry].slice(-ENTRY_LIMIT) };
}

function withChange(head: Head, { part, before }: PartChange, revision: number): Head {
  const after = contributionOf(part);
  const channels = new Set([...(before?.channels ?? []), ...after.channels]);
  const views = { ...head.views };
  for (const channel of channels) {
    const told = (contribution: Contribution | undefined) =>
      contribution?.channels.includes(channel) ? contribution : undefined;
    views[channel] = viewWith(views[channel] ?? EMPTY_VIEW, part, told(before), told(after), head.sampleSize);
  }
  const applied = [...head.applied, [revision, part.writeId] satisfies [number, string]].slice(
    -APPLIED_LIMIT,
  );
  const muteEnds = [head.muteEndsAt, part.mutedUntil].filter((time) => time !== undefined).sort();
  return { ...head, views, applied, ...(muteEnds[0] ? { muteEndsAt: muteEnds[0] } : {}) };
}

/** New words replace the old; what is new of them becomes a line for the threads. */
function withWords(head: Head, observation: Observation, now: Date): Head {
  if (!hasNews(head, observation)) return head;
  const next = { ...head, content: contentOf(observation) };
  const isLine = head.revision > 0 && observation.entry && observation.summary !== head.content.summary;
  return isLine ? withEntry(next, observation.entry ?? '', now) : next;
}

function contentOf(observation: Observation): Content {
  const { kind: _kind, key: _key, part, owner: _owner, entry: _entry, ...words } = observation;
  const labels = Object.entries(words.labels)
    .filter(([name]) => !isOfAccount(name))
    .slice(0, LABEL_LIMIT);
  return {
    ...words,
    summary: words.summary.slice(0, SUMMARY_LENGTH),
    facts: words.facts
      .slice(0, FACT_LIMIT)
      .map(({ label, value }) => ({ label, value: value.slice(0, 500) })),
    links: words.links.slice(0, FACT_LIMIT),
    labels: Object.fromEntries(labels.map(([name, values]) => [name, values.slice(0, LABEL_VALUES)])),
    orderedBy: part.orderedBy,
    hash: contentHash(observation),
  };
}

/** Tags and OU say something of one account: they stay with its part, where only its channels can meet them. */
function isOfAccount(label: string): boolean {
  return label === 'ou' || label.startsWith('tag:');
}

function hasOpenPart(head: Head): boolean {
  const standings = Object.values(head.views).flatMap((view) => Object.keys(view.standing));
  return standings.length === 0 || standings.some((name) => name.startsWith('open/'));
}
