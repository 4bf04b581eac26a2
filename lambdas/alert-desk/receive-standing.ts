import { isBefore, latestOf } from '#lambdas/alert-desk/compare-order.ts';
import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import type { PartRow } from '#lambdas/alert-desk/part-row.ts';
import { saveHead } from '#lambdas/alert-desk/save-head.ts';
import { tellAll } from '#lambdas/alert-desk/tell-all.ts';
import { headWith, type PartChange } from '#lambdas/alert-desk/update-head.ts';
import { withEntry } from '#lambdas/alert-desk/words.ts';
import { isOwed, writePart } from '#lambdas/alert-desk/write-part.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { Standing } from '#lambdas/contracts/observation.ts';
import { spanOf } from '#lambdas/runtime/span.ts';

/**
 * Enters how alerts stand: ends those that are over, and lets those last that are not. What holds for a scope is handed
 * on alert by alert: one that is ended leaves the index, and a repeat after a crash would not find it to tell its channels.
 */
export async function receiveStanding(standing: Standing, ports: DeskPorts): Promise<void> {
  const { key, scope } = standing;
  if (key !== undefined) return enterStanding(key, standing, ports);
  const ofEach: Standing[] = [];
  for await (const open of ports.listOpen(scope)) ofEach.push({ ...standing, key: open });
  await ports.handOn(ofEach);
}

async function enterStanding(key: string, standing: Standing, ports: DeskPorts): Promise<void> {
  const head = await ports.readHead(key);
  if (!head) return;
  const next = standing.status === 'resolved' ? await ended(head, standing, ports) : lasting(head, standing);
  if (!next) return tellAll(head, ports);
  const later = headWith(next.head, next.changes, [], ports.now());
  const saved = await saveHead(later, head.revision, ports);
  if (next.changes.length > 0 || later.found !== head.found) await tellAll(saved, ports);
}

type Change = { head: Head; changes: PartChange[] };

/** The parts that are older than what was found are over. Nothing, where there is none, or no longer. */
async function ended(head: Head, standing: Standing, ports: DeskPorts): Promise<Change | undefined> {
  const mutes = [...ports.settings.mutes, ...(await ports.readMutes())];
  const changes: PartChange[] = [];
  let last = true;
  for await (const part of ports.listParts(head.key)) {
    if (part.status === 'open' && isBefore(part.orderedBy, standing.orderedBy)) {
      const write = { key: head.key, merged: over(part, standing), quiet: true, stored: part, head, mutes };
      const written = await writePart(write, ports);
      changes.push({ part: written, before: written.counted });
    } else if (isOwed(part, head)) changes.push({ part, before: part.counted });
    if (part.status === 'open' && !isBefore(part.orderedBy, standing.orderedBy)) last = false;
  }
  if (changes.length === 0) return undefined;
  const { found: _before, unanswered: _reason, ...answered } = head;
  const told = withEntry(
    answered,
    `Over after ${lengthOf(head, changes, standing)}: ${standing.why}.`,
    ports.now(),
  );
  // No channel may know of it yet, and the parts are seen by their channels only: this ends the alert itself.
  return { head: last ? endingAt(told, standing.at) : told, changes };
}

function over(part: PartRow, { orderedBy }: Standing): PartRow {
  const latest = latestOf(part.orderedBy, orderedBy);
  const pages = { ...part.pages };
  for (const [number, page] of Object.entries(part.pages)) {
    if (page.hash === part.hash) pages[number] = { ...page, orderedBy: latest };
  }
  return { ...part, status: 'resolved', orderedBy: latest, pages };
}

/** An answer that changes nothing is not written. */
function lasting(head: Head, { status, why, at, resolvesAt }: Standing): Change | undefined {
  if (head.status === 'resolved') return undefined;
  const { unanswered, found, ...rest } = head;
  if (status === 'unknown') {
    return unanswered === why ? undefined : { head: { ...rest, unanswered: why }, changes: [] };
  }
  const isLater = isMuchLater(head, at, resolvesAt);
  if (!isLater && found === why && unanswered === undefined) return undefined;
  const last = isLater && resolvesAt ? endingAt(rest, resolvesAt) : rest;
  return { head: { ...last, found: why }, changes: [] };
}

/** Not each answer moves the end: only once half of the time that is left has passed. */
function isMuchLater({ content }: Head, at: string, resolvesAt: string | undefined): boolean {
  if (resolvesAt === undefined || content.resolvesAt === undefined) return false;
  const left = Date.parse(content.resolvesAt) - Date.parse(at);
  return left < (Date.parse(resolvesAt) - Date.parse(at)) / 2;
}

function endingAt(head: Head, resolvesAt: string): Head {
  return { ...head, content: { ...head.content, resolvesAt } };
}

function lengthOf({ reopenedAt, openedAt }: Head, changes: PartChange[], { at }: Standing): string {
  const firsts = changes.flatMap(({ part }) => part.occurrences?.first ?? []);
  const since = reopenedAt ?? [...firsts, openedAt].sort()[0] ?? openedAt;
  return spanOf(Date.parse(at) - Date.parse(since));
}
