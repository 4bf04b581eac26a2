import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';
import { momentText } from '#lambdas/runtime/page/moment-text.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { AdvisorSummary, CountedAccount } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { countCell, moneyCell } from '#lambdas/trusted-advisor-sweep/page/table-cells.ts';
import { dayStateOf } from '#lambdas/trusted-advisor-sweep/publish/day-state.ts';
import { STANDING_WORDS } from '#lambdas/trusted-advisor-sweep/publish/standing-words.ts';

const FIRST_ROWS = 20;
/** Sorted below all that is known. */
const UNKNOWN = markup`<td class="n" data-v="-1">–</td>`;

/** Each account, those with most to do first. */
export function accountsSection({ accounts, at }: AdvisorSummary): Section {
  const body = foldedTable({
    caption: 'Accounts, those with most to do first',
    of: 'accounts',
    heads: ['Account', 'Read', 'Red', 'Yellow', 'Information', 'Savings a month'],
    words: 2,
    rows: accounts.map((each) => {
      const { account, standing } = each;
      const when =
        dayStateOf(standing, at) === 'ok'
          ? momentText(standing.readAt ?? '')
          : `not: ${STANDING_WORDS[dayStateOf(standing, at)].short}`;
      return markup`<tr><th scope="row">${accountName(account.id, account.name)}</th><td>${when}</td>${countCells(each)}</tr>`;
    }),
    first: FIRST_ROWS,
  });
  return { id: 'accounts', title: 'Accounts', body };
}

function countCells({ count }: CountedAccount): Markup {
  if (!count) return markup`${[UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]}`;
  return markup`${countCell(count.red)}${countCell(count.yellow)}${countCell(count.info)}${moneyCell(count.savings)}`;
}

/** The accounts that were not read, why, and the way out. */
export function unreadSection({ accounts, at }: AdvisorSummary): Section {
  const unread = accounts.filter(({ standing }) => dayStateOf(standing, at) !== 'ok');
  if (unread.length === 0) {
    const all = accounts.length.toLocaleString('en-US');
    return { id: 'unread', title: 'Not read', body: markup`<p>All ${all} accounts were read.</p>` };
  }
  const body = foldedTable({
    caption: 'Accounts that were not read',
    of: 'accounts',
    heads: ['Account', 'Why', 'Counted here', 'What to do'],
    words: 4,
    rows: unread.map(({ account, standing, count }) => {
      const { why, wayOut = 'Nothing: the next run tries again.' } = STANDING_WORDS[dayStateOf(standing, at)];
      const old = count ? `as on ${standing.readAt?.slice(0, 10) ?? 'a former day'}` : 'not at all';
      return markup`<tr><th scope="row">${accountName(account.id, account.name)}</th><td>${why}, since ${standing.since.slice(0, 10)}</td><td>${old}</td><td>${wayOut}</td></tr>`;
    }),
    first: FIRST_ROWS,
  });
  return { id: 'unread', title: 'Not read', body };
}
