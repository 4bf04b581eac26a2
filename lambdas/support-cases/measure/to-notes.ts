import { ACCOUNT_STATE_WORDS } from '#lambdas/support-cases/measure/account-state-words.ts';
import type { AccountState, SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';
import { counted } from '#lambdas/support-cases/tell/counted.ts';

/** What a reader must know: who was not read and why, and what is not known of some cases. */
export function toNotes(
  { accounts, withoutWaits }: Pick<SupportSummary, 'accounts' | 'withoutWaits'>,
  named = Number.POSITIVE_INFINITY,
): string[] {
  const states = Object.keys(ACCOUNT_STATE_WORDS) as Exclude<AccountState, 'ok'>[];
  const unread = states.flatMap((state) => {
    const some = accounts.filter((one) => one.state === state);
    if (some.length === 0) return [];
    const names = some.slice(0, named).map(({ account: { id, name } }) => (name ? `${name} (${id})` : id));
    const more = some.length - names.length;
    const list = [...names, ...(more > 0 ? [`and ${more.toLocaleString('en-US')} more`] : [])].join(', ');
    return [`Not read: ${list}. Reason: ${ACCOUNT_STATE_WORDS[state].why}.`];
  });
  const waits =
    withoutWaits > 0
      ? [
          `${counted(withoutWaits, 'case')} from before Reeve looked: how long they waited for us is not known, and not counted.`,
        ]
      : [];
  return [...unread, ...waits];
}
