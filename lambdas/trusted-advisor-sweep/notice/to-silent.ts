import type { Observation } from '#lambdas/contracts/observation.ts';
import type { ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { resourcePages } from '#lambdas/runtime/resource-pages.ts';
import { accountLabel } from '#lambdas/trusted-advisor-sweep/account-label.ts';
import type { StandingAccount } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import { counted, countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import type { Told } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';
import { STANDING_WORDS } from '#lambdas/trusted-advisor-sweep/publish/standing-words.ts';

const KEY = 'trusted-advisor/silent';
const FAILS_FOR_MS = 2 * 86_400_000;
const SILENT: ReadState[] = ['no-plan', 'no-role', 'refused', 'failed'];
const NAMED = 10;
const NAMED_IN_ENTRY = 5;

/** The accounts of which nobody would hear. An error may pass by itself, and too many requests do. */
export function silentOf<T extends StandingAccount>(accounts: readonly T[], at: string): T[] {
  return accounts
    .filter(({ standing: { state, since } }) =>
      state === 'failed' ? Date.parse(at) - Date.parse(since) > FAILS_FOR_MS : SILENT.includes(state),
    )
    .toSorted((one, other) => (one.account.id < other.account.id ? -1 : 1));
}

type Silent = Told<Record<string, ReadState>>;

/**
 * One alert for all silent accounts, with the way out. It is ordered by when the set changed last: each day says the
 * same until it does, and the desk drops that.
 */
export function toSilent(silent: readonly StandingAccount[], told: Silent, before?: Silent): Observation[] {
  const count = silent.length;
  const names = new Map(silent.map(({ account }) => [account.id, accountLabel(account)]));
  const resources = silent.map(({ account, standing }) => ({
    id: account.id,
    status: standing.state.toUpperCase(),
  }));
  return resourcePages(resources, told.changedAt).map((page, index) => ({
    kind: 'observation',
    key: KEY,
    scope: KEY,
    source: 'trusted-advisor',
    part: {
      id: 'all',
      status: count > 0 ? 'open' : 'resolved',
      orderedBy: [['changedAt', Date.parse(told.changedAt)]],
      ...page,
    },
    severity: count > 0 ? 'warning' : 'info',
    title:
      count > 0
        ? `Trusted Advisor is silent in ${counted(count, 'account')}`
        : 'Trusted Advisor is read in all accounts',
    summary:
      count > 0
        ? SILENT.flatMap((state) => linesOf(state, silent)).join('\n')
        : 'No account is silent any more.',
    facts: [],
    links: [],
    labels: { state: [...new Set(Object.values(told.what))].sort() },
    remindAt: [],
    related: [],
    entry: index === 0 ? entryOf(told.what, before?.what ?? {}, names) : '',
    actions:
      count > 0
        ? [{ id: 'doctor', label: 'Find out what is missing', command: 'npm run reeve -- doctor' }]
        : [],
  }));
}

function linesOf(state: ReadState, silent: readonly StandingAccount[]): string[] {
  const some = silent.filter(({ standing }) => standing.state === state);
  if (some.length === 0) return [];
  const { why, wayOut = '' } = STANDING_WORDS[state];
  return [
    `${namesOf(
      some.map(({ account }) => accountLabel(account)),
      NAMED,
    )}: ${why}. ${wayOut}`,
  ];
}

/** Who came, and who went. An account that left the Organization has no name any more. */
function entryOf(now: Silent['what'], before: Silent['what'], names: Map<string, string>): string {
  const nameOf = (id: string) => names.get(id) ?? id;
  const came = Object.keys(now).filter((id) => now[id] !== before[id]);
  const went = Object.keys(before).filter((id) => !(id in now));
  return [
    ...(came.length > 0
      ? [
          `Silent: ${namesOf(
            came.map((id) => `${nameOf(id)} ${shortOf(now[id])}`),
            NAMED_IN_ENTRY,
          )}.`,
        ]
      : []),
    ...(went.length > 0 ? [`No longer silent: ${namesOf(went.map(nameOf), NAMED_IN_ENTRY)}.`] : []),
  ].join(' ');
}

function shortOf(state: ReadState | undefined): string {
  return state ? STANDING_WORDS[state].short : '';
}

function namesOf(names: string[], most: number): string {
  const more = names.length - most;
  return [...names.slice(0, most), ...(more > 0 ? [`and ${countText(more)} more`] : [])].join(', ');
}
