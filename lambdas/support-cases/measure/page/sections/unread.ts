import { markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import { ACCOUNT_STATE_WORDS } from '#lambdas/support-cases/measure/account-state-words.ts';
import type { SupportSummary } from '#lambdas/support-cases/measure/support-summary.ts';

const FIRST_ROWS = 20;

/** The accounts whose cases are not known, why, and the way out. */
export function unreadSection({ accounts }: SupportSummary): Section {
  const unread = accounts.flatMap((one) => (one.state === 'ok' ? [] : [{ ...one, state: one.state }]));
  if (unread.length === 0) {
    const all = accounts.length.toLocaleString('en-US');
    return { id: 'unread', title: 'Not read', body: markup`<p>All ${all} accounts were read.</p>` };
  }
  const body = foldedTable({
    caption: 'Accounts that were not read',
    of: 'accounts',
    heads: ['Account', 'Why', 'Counted here', 'What to do'],
    words: 4,
    rows: unread.map(({ account, state, reading, measures }) => {
      const { why, wayOut } = ACCOUNT_STATE_WORDS[state];
      const since = reading ? `, since ${reading.since.slice(0, 10)}` : '';
      const old = measures ? `as on ${reading?.openReadAt?.slice(0, 10) ?? 'a former day'}` : 'not at all';
      return markup`<tr><th scope="row">${accountName(account.id, account.name)}</th><td>${why}${since}</td><td>${old}</td><td>${wayOut}</td></tr>`;
    }),
    first: FIRST_ROWS,
  });
  return { id: 'unread', title: 'Not read', body };
}
