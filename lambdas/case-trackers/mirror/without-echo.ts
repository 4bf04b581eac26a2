import { commentOf } from '#lambdas/case-trackers/answer/reply-text.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';

/**
 * A thread without what came from the tracker itself, where it stands already. Its last line alone would not do, since anyone
 * can write one: `sent` has the ids of comments that were, for this case.
 */
export async function withoutEcho(
  thread: CaseThread,
  tracker: string,
  sent: () => Promise<string[]>,
): Promise<CaseThread> {
  const said = new Map(
    thread.messages
      .filter(({ from }) => from === 'customer')
      .flatMap(({ key, body }) => {
        const comment = commentOf(body, tracker);
        return comment === undefined ? [] : [[key, comment] as const];
      }),
  );
  if (said.size === 0) return thread;
  const ids = new Set(await sent());
  // The first is ours: a later one was written by people who quote it.
  const echoes = new Set<string>();
  for (const [key, comment] of said) {
    if (ids.delete(comment)) echoes.add(key);
  }
  return { ...thread, messages: thread.messages.filter(({ key }) => !echoes.has(key)) };
}
