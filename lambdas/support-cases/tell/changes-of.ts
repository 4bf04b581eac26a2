import type { CaseChange } from '#lambdas/contracts/support/case-change.ts';
import { type Author, type CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { pendingPermits } from '#lambdas/contracts/support/whose-turn.ts';
import { inOrder } from '#lambdas/support-cases/tell/in-order.ts';

/** What a reading found in the thread: messages that are new, and how many AWS took something out of. */
export type ThreadNews = { added: { at: string; from: Author }[]; edited: number };

/** What happened to a case between two readings, in the order in which it happened. */
export function changesOf(before: CaseRow | undefined, after: CaseRow, news: ThreadNews): CaseChange[] {
  const added = news.added.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  // A case begins with a message, which is no answer to anything.
  const written = before ? added : added.slice(1);
  return inOrder([
    ...(before ? [] : [{ kind: 'created' as const, at: after.createdAt }]),
    ...messagesFrom('aws', 'answered', written),
    ...messagesFrom('customer', 'replied', written),
    ...(news.edited > 0 ? [{ kind: 'edited' as const, at: after.readAt, count: news.edited }] : []),
    ...stateChanges(before, after, written),
    ...permitChanges(before, after),
  ]);
}

function messagesFrom(
  author: Author,
  kind: 'answered' | 'replied',
  written: ThreadNews['added'],
): CaseChange[] {
  const some = written.filter(({ from }) => from === author);
  const newest = some.at(-1);
  return newest ? [{ kind, at: newest.at, count: some.length }] : [];
}

/** A case may be reopened and wait for us at once, or be resolved again where nobody saw it open. That AWS asks for a permit is told as that. */
function stateChanges(
  before: CaseRow | undefined,
  after: CaseRow,
  written: ThreadNews['added'],
): CaseChange[] {
  const was = before && caseStateOf(before.status);
  const is = caseStateOf(after.status);
  if (is === 'resolved')
    return was === is && before?.resolvedAt === after.resolvedAt
      ? []
      : [{ kind: 'resolved', at: after.resolvedAt ?? after.readAt }];
  const reopened: CaseChange[] = was === 'resolved' ? [{ kind: 'reopened', at: after.readAt }] : [];
  const waits = is === 'waiting-for-us' && (was !== is || isAskedAnew(before, after, written));
  return waits ? [...reopened, { kind: 'waiting', at: after.waitingSince ?? after.readAt }] : reopened;
}

/** We answered and were asked again, and no reading came in between. */
function isAskedAnew(before: CaseRow | undefined, after: CaseRow, written: ThreadNews['added']): boolean {
  return before?.waitingSince !== after.waitingSince && written.some(({ from }) => from === 'aws');
}

function permitChanges(before: CaseRow | undefined, after: CaseRow): CaseChange[] {
  const was = new Set(before ? pendingPermits(before).map(({ id }) => id) : []);
  const pending = pendingPermits(after);
  const is = new Set(pending.map(({ id }) => id));
  const asked = pending.filter(({ id }) => !was.has(id)).map(({ at }) => at);
  const ended = was.difference(is).size;
  const newest = asked.sort().at(-1);
  return [
    ...(newest ? [{ kind: 'permit-asked' as const, at: newest, count: asked.length }] : []),
    ...(ended > 0 ? [{ kind: 'permit-ended' as const, at: after.readAt, count: ended }] : []),
  ];
}
