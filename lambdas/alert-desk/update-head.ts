import { contributionOf } from '#lambdas/alert-desk/contribution.ts';
import type { Contribution, PartRow } from '#lambdas/alert-desk/part-row.ts';
import { EMPTY_VIEW, viewWith } from '#lambdas/alert-desk/view.ts';
import { contentOf, speaking, withWords } from '#lambdas/alert-desk/words.ts';
import { type Head, isViewOpen, SAMPLE_SIZE, type View } from '#lambdas/contracts/ledger.ts';
import type { Observation, PartStatus } from '#lambdas/contracts/observation.ts';

/** A part that was written, and what the head counted of it before. */
export type PartChange = { part: PartRow; before: Contribution | undefined };

/** Part writes a head remembers, so that a repeat is not counted twice; a batch brings ten at most. */
const APPLIED_LIMIT = 60;

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
  return standing({ ...next, revision, updatedAt: now.toISOString() }, hasOpenPart(next, changes), now);
}

export function isApplied(head: Head, writeId: string): boolean {
  return head.applied.some(([, id]) => id === writeId);
}

/** Whether the head can still tell which writes since `revision` it holds. */
export function remembersSince(head: Head, revision: number): boolean {
  return head.applied.length < APPLIED_LIMIT || (head.applied[0]?.[0] ?? 0) <= revision;
}

/** Open as long as any part is, unless the time of the alert as a whole has passed. */
function standing(head: Head, isOpen: boolean, now: Date): Head {
  const { resolvedAt, found, ...spoken } = speaking(head, isOpen);
  const rest = { ...spoken, views: viewsStanding(head.views, now) };
  const { resolvesAt } = rest.content;
  const over = resolvesAt !== undefined && Date.parse(resolvesAt) <= now.getTime();
  const status: PartStatus = isOpen && !over ? 'open' : 'resolved';
  if (status === 'open') {
    const isAgain = head.status === 'resolved' && head.revision > 1;
    return {
      ...rest,
      status,
      ...(found ? { found } : {}),
      ...(isAgain ? { reopenedAt: now.toISOString() } : {}),
    };
  }
  return { ...rest, status, resolvedAt: resolvedAt ?? now.toISOString() };
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

function viewsStanding(views: Head['views'], now: Date): Head['views'] {
  const stand = ({ resolvedAt, ...view }: View): View =>
    isViewOpen(view) ? view : { ...view, resolvedAt: resolvedAt ?? now.toISOString() };
  return Object.fromEntries(Object.entries(views).map(([channel, view]) => [channel, stand(view)]));
}

/** What no channel sees, held back or routed nowhere, is counted in no view: then the parts that changed decide. */
function hasOpenPart(head: Head, changes: PartChange[]): boolean {
  const views = Object.values(head.views).filter(({ parts }) => parts > 0);
  if (views.length > 0) return views.some(isViewOpen);
  return changes.length === 0 ? head.status === 'open' : changes.some(({ part }) => part.status === 'open');
}
