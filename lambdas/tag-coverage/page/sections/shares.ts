import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import type { Section } from '#lambdas/runtime/page/section.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import type { NamedCount } from '#lambdas/tag-coverage/judge/sum-cells.ts';
import { shareTable } from '#lambdas/tag-coverage/page/share-table.ts';

/** What each account covers, by its id: accounts may share a name. */
export function accountsSection({ accounts }: CoverageSummary): Section {
  const rows = accounts.map(({ account, count }) => ({ name: accountName(account.id, account.name), count }));
  const body = shareTable({ caption: 'Coverage by account', of: 'accounts', head: 'Account', rows });
  return { id: 'accounts', title: 'Accounts', body };
}

export function ousSection({ ous }: CoverageSummary): Section | undefined {
  // A lone account has none.
  if (ous.every(({ name }) => name === '')) return undefined;
  const nameOf = (name: string) => (name === '' ? markup`not known` : markup`<bdi>${name}</bdi>`);
  return sectionOf('units', 'Organizational units', { of: 'units', head: 'Unit', counts: ous, nameOf });
}

export function typesSection({ types }: CoverageSummary): Section {
  const nameOf = (name: string) => markup`${name}`;
  return sectionOf('types', 'Resource types', { of: 'types', head: 'Type', counts: types, nameOf });
}

export function regionsSection({ regions }: CoverageSummary): Section {
  const nameOf = (name: string) => markup`${name}`;
  return sectionOf('regions', 'Regions', { of: 'Regions', head: 'Region', counts: regions, nameOf });
}

type Shares = { of: string; head: string; counts: NamedCount[]; nameOf: (name: string) => Markup };

function sectionOf(id: string, title: string, { of, head, counts, nameOf }: Shares): Section {
  const rows = counts.map(({ name, count }) => ({ name: nameOf(name), count }));
  return { id, title, body: shareTable({ caption: `Coverage by ${of.replace(/s$/, '')}`, of, head, rows }) };
}
