import { caseView } from '#lambdas/case-trackers/mirror/case-view.ts';
import { deliverItem } from '#lambdas/case-trackers/mirror/deliver-item.ts';
import { deliverNotes } from '#lambdas/case-trackers/mirror/deliver-notes.ts';
import { deliverState } from '#lambdas/case-trackers/mirror/deliver-state.ts';
import { newsOf, seenOf } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import { goalOf } from '#lambdas/case-trackers/mirror/goal.ts';
import { isMirrored } from '#lambdas/case-trackers/mirror/is-mirrored.ts';
import { linkDesk } from '#lambdas/case-trackers/mirror/link-desk.ts';
import { resume } from '#lambdas/case-trackers/mirror/resume.ts';
import { withoutEcho } from '#lambdas/case-trackers/mirror/without-echo.ts';
import type { Tracker } from '#lambdas/case-trackers/tracker.ts';
import { ItemGoneError } from '#lambdas/case-trackers/tracker-errors.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import type { TrackerLink } from '#lambdas/contracts/support/tracker-link.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

type CaseName = { account: string; displayId: string };

export type MirrorPorts = {
  caseOf: (account: string, displayId: string) => Promise<CaseRow | undefined>;
  readThread: (key: string) => Promise<CaseThread | undefined>;
  linkOf: (tracker: string, one: CaseName) => Promise<TrackerLink | undefined>;
  /** Fails with `BusyError` where another has written it meanwhile. */
  writeLink: (link: TrackerLink, before: number) => Promise<void>;
  /** Ids of comments that became messages of the case. */
  repliesOf: (tracker: string, one: CaseName) => Promise<string[]>;
  accountName: (account: string) => Promise<string>;
  caseUrl: (row: CaseRow) => string;
  now: () => Date;
};

/** `place`: where the items of the tracker are. */
export type MirrorTarget = {
  name: string;
  place: string;
  text: 'full' | 'link';
  open: () => Promise<Tracker>;
};

/**
 * Brings one case up to date in one tracker, from whatever is there. Fails with `BusyError` where another works on it;
 * a crash anywhere is mended by the next call.
 */
export async function mirrorCase(one: CaseName, target: MirrorTarget, ports: MirrorPorts): Promise<void> {
  // The link first: whoever has written it since wins, and an older row is seen by its number.
  const link = await ports.linkOf(target.name, one);
  const kept = link?.place === target.place ? link : undefined;
  const row = await ports.caseOf(one.account, one.displayId);
  if (!row || !isMirrored(row, kept, ports.now())) return;
  const seen = seenOf(row, target.text);
  if (kept && ((kept.seen === seen && !kept.begun) || isOlder(row, kept.row))) return;

  const desk = linkDesk(kept ?? newLink(target, row, link?.version ?? 0), ports);
  const tracker = await target.open();
  try {
    await resume(desk, tracker);
    const goal = goalOf(await viewOf(row, target, ports), tracker.words);
    const news = newsOf(row);
    await deliverItem(desk, goal, tracker);
    await deliverNotes(desk, goal.notes, tracker);
    await deliverState(desk, goal, tracker, desk.now().news !== news);
    await desk.end({ seen, news, row: { version: row.version, readAt: row.readAt } });
  } catch (error) {
    if (!(error instanceof ItemGoneError)) throw error;
    await desk.end({ isGone: true });
  }
}

/** Of a table that was lost and filled again versions begin anew, but not its times. */
function isOlder(row: CaseRow, delivered: TrackerLink['row']): boolean {
  return delivered !== undefined && row.version < delivered.version && row.readAt <= delivered.readAt;
}

async function viewOf(row: CaseRow, { name, text }: MirrorTarget, ports: MirrorPorts) {
  const whole = row.withheld ? undefined : await ports.readThread(row.thread.redacted);
  if (!whole && !row.withheld) throw new RetryLaterError('A thread has given way to a newer one');
  const thread = whole && (await withoutEcho(whole, name, () => ports.repliesOf(name, row)));
  return caseView(row, thread, {
    accountName: await ports.accountName(row.account),
    url: ports.caseUrl(row),
    text,
  });
}

function newLink(
  { name, place }: MirrorTarget,
  { account, displayId }: CaseRow,
  version: number,
): TrackerLink {
  return { tracker: name, place, account, displayId, notes: {}, states: 0, version };
}
