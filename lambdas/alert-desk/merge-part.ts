import { createHash } from 'node:crypto';
import { compareVersions, isOrderedByDelivery, orderOfTwin } from '#lambdas/alert-desk/compare-order.ts';
import type { PartPage, PartRow } from '#lambdas/alert-desk/part-row.ts';
import type { Tally } from '#lambdas/contracts/ledger.ts';
import type { Observation, Resource } from '#lambdas/contracts/observation.ts';

/** How many contents a part remembers; AWS updates an event some dozen times at most. */
const SEEN_LIMIT = 20;
/** Resources kept by name over all pages of a part; the counts know all of them. */
const NAMED_LIMIT = 200;
/** A quarter of what DynamoDB takes in a row. */
const NAMES_LIMIT_BYTES = 100_000;

type Stored = Pick<
  PartRow,
  'version' | 'writeId' | 'headRevision' | 'counted' | 'channels' | 'mutedUntil' | 'occurrences'
>;
/** What the merge decides; routes and the bookkeeping of writes are added by its caller. */
export type MergedPart = Omit<PartRow, keyof Stored> & Pick<PartRow, 'occurrences'>;
export type Merge = { verdict: 'accepted'; part: MergedPart } | { verdict: 'duplicate' | 'older' };

/**
 * A part with one more observation: of each page the newest version, of the part the newest of all. The
 * result does not depend on the order of arrival. A page beyond the newest version's number of pages is
 * gone. "Older" is judged within the part only.
 */
export function mergePart(stored: PartRow | undefined, observation: Observation): Merge {
  const hash = contentHash(observation);
  const { page: { number = 1, total = 1, update = '' } = {}, orderedBy } = observation.part;
  const incoming = { ...pageOf(observation), total, update, orderedBy, hash };
  if (!stored) return accept(observation, incoming, { [number]: incoming }, [hash]);

  const current = stored.pages[number];
  if (current?.hash === hash) return mergeTwin(stored, current, observation);
  if (stored.seen.includes(hash) && isOrderedByDelivery(incoming, stored)) return { verdict: 'duplicate' };
  if (current && compareVersions(incoming, current) < 0) return { verdict: 'older' };

  const newest = compareVersions(incoming, stored) >= 0;
  const ruling = newest ? incoming : (pageWithHash(stored) ?? incoming);
  if (number > ruling.total) return { verdict: 'older' };
  const pages = withoutGone({ ...stored.pages, [number]: incoming }, ruling);
  const seen = [...stored.seen.filter((known) => known !== hash), hash].slice(-SEEN_LIMIT);
  if (newest) return accept(observation, incoming, pages, seen);
  return { verdict: 'accepted', part: { ...stored, pages, seen } };
}

function accept(
  { part, severity, source, labels, owner, startsAt, endsAt, resolvesAt }: Observation,
  incoming: PartPage,
  pages: Record<string, PartPage>,
  seen: string[],
): Merge {
  const { id, account, accountName, region, status } = part;
  const { orderedBy, hash } = incoming;
  const keepUntil = [startsAt, endsAt, resolvesAt]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  const known = { account, accountName, region, owner, keepUntil };
  const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return {
    verdict: 'accepted',
    part: { id, ...present, status, severity, source, labels, orderedBy, hash, pages, seen },
  };
}

/** The same content once more: nothing to tell, unless it confirms a later moment. */
function mergeTwin(stored: PartRow, current: PartPage, observation: Observation): Merge {
  const { hash } = current;
  const orderedBy = orderOfTwin(current, { orderedBy: observation.part.orderedBy, hash });
  if (orderedBy === current.orderedBy) return { verdict: 'duplicate' };
  const page = { ...current, orderedBy };
  const pages = { ...stored.pages, [observation.part.page?.number ?? 1]: page };
  const newest = stored.hash === hash || compareVersions(page, stored) >= 0;
  if (newest) return accept(observation, page, pages, stored.seen);
  return { verdict: 'accepted', part: { ...stored, pages } };
}

function pageWithHash(stored: PartRow): PartPage | undefined {
  return Object.values(stored.pages).find(({ hash }) => hash === stored.hash);
}

function withoutGone(pages: Record<string, PartPage>, newest: PartPage): Record<string, PartPage> {
  return Object.fromEntries(Object.entries(pages).filter(([number]) => Number(number) <= newest.total));
}

function pageOf({ part }: Observation): Pick<PartPage, 'resources' | 'resourceStatus' | 'first'> {
  const resourceStatus: Tally = {};
  for (const { status } of part.resources) {
    if (status) resourceStatus[status] = (resourceStatus[status] ?? 0) + 1;
  }
  return { resources: part.resources.length, resourceStatus, first: firstOf(part) };
}

/** A page's share of the names that a part row has room for, by number and by size. */
function firstOf({ resources, page }: Observation['part']): Resource[] {
  const total = page?.total ?? 1;
  const first = resources.slice(0, Math.max(2, Math.floor(NAMED_LIMIT / total)));
  let size = 0;
  const end = first.findIndex((resource) => {
    size += Buffer.byteLength(JSON.stringify(resource));
    return size > NAMES_LIMIT_BYTES / total;
  });
  return end < 0 ? first : first.slice(0, end);
}

/** What an observation says, without when it was said or sent, how often, and what follows from that. */
export function contentHash({ part, ...all }: Observation): string {
  const {
    entry: _entry,
    resolvesAt: _end,
    holdUntil: _hold,
    occurrence: _one,
    check: _check,
    ...words
  } = all;
  const { orderedBy: _orderedBy, ...share } = part;
  return createHash('sha256')
    .update(JSON.stringify([share, words]))
    .digest('base64url')
    .slice(0, 16);
}
