import { moneyCell } from '#lambdas/cost-reports/page/money-cell.ts';
import type { CommitmentUse, PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import { foldedTable } from '#lambdas/runtime/page/folded-table.ts';

/** Whose commitment serves whom: what each account pays for commitments, and what it uses of them. */
export function drawCommitmentUse({ commitments: { use }, currency }: PageData): Markup | undefined {
  if (!use || use.length === 0) return undefined;
  const payers = use.filter(({ paid, upfront }) => paid !== 0n || upfront !== 0n).length;
  const users = use.filter(({ used }) => used !== 0n).length;
  const table = foldedTable({
    caption: 'Use of commitments by account',
    of: 'accounts',
    heads: ['Account', 'Pays each month', 'Paid upfront', 'Uses', 'Uses less what it pays', 'Role'],
    rows: use.map(
      ({ account, name, paid, upfront, used }) =>
        markup`<tr><th scope="row">${accountName(account, name)}</th>${moneyCell(paid, currency)}${moneyCell(upfront, currency)}${moneyCell(used, currency)}${moneyCell(used - paid - upfront, currency)}<td class="n">${roleOf({ paid, upfront, used })}</td></tr>`,
    ),
    first: 10,
  });
  return markup`<h3>Whose commitment serves whom</h3><p>${count(payers, 'account pays', 'accounts pay')} for Savings Plans and reservations, ${count(users, 'account uses', 'accounts use')} them. What is paid is as billed; what is used is amortized: covered usage at the price of the commitment.</p>${table}`;
}

function roleOf({ paid, upfront, used }: Pick<CommitmentUse, 'paid' | 'upfront' | 'used'>): string {
  const fees = paid + upfront;
  if (fees === 0n) return 'served by others';
  if (used === 0n) return 'serves others';
  return used > fees ? 'pays, also served by others' : 'pays, also serves others';
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}
