import { changesTable } from '#lambdas/cost-reports/page/changes-table.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';

/** What each account cost, by its id: accounts may share a name. */
export function accountsSection(data: PageData): Section | undefined {
  if (!data.accounts) return undefined;
  const body = changesTable(data, data.accounts, {
    caption: 'Costs by account',
    of: 'accounts',
    head: 'Account',
    nameOf: ({ cells: [id = ''], name }) => accountName(id, name),
    first: 20,
  });
  return { id: 'accounts', title: 'Accounts', body };
}
