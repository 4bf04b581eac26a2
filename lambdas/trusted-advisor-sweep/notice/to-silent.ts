import type { Observation } from '#lambdas/contracts/observation.ts';
import type { ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { resourcePages } from '#lambdas/runtime/resource-pages.ts';
import { accountLabel } from '#lambdas/trusted-advisor-sweep/account-label.ts';
import { counted, countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import {
  SILENT_STATES,
  type SilentAccount,
  type SilentStates,
} from '#lambdas/trusted-advisor-sweep/notice/silent-accounts.ts';
import type { Told } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';
import { STANDING_WORDS } from '#lambdas/trusted-advisor-sweep/publish/standing-words.ts';

const KEY = 'trusted-advisor/silent';
const NAMED = 10;
const NAMED_IN_ENTRY = 5;

type Silent = Told<SilentStates>;

/**
 * One alert for all silent accounts, with the way out. It is ordered by when the set changed last: each day says the
 * same until it does, and the desk drops that.
 */
export function toSilent(
  silent: readonly SilentAccount[],
  told: Silent,
  { before, nameOf }: { before: SilentStates | undefined; nameOf: (account: string) => string },
): Observation[] {
  const count = silent.length;
  const resources = silent.map(({ account, state }) => ({
    id: account.id,
    status: STANDING_WORDS[state].short.toUpperCase(),
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
        : 'Trusted Advisor is silent in no account any more',
    summary:
      count > 0
        ? SILENT_STATES.flatMap((state) => linesOf(state, silent)).join('\n')
        : 'Each account was read again, or left.',
    facts: [],
    links: [],
    labels: { state: [...new Set(Object.values(told.what))].sort() },
    remindAt: [],
    related: [],
    entry: index === 0 ? entryOf(told.what, before ?? {}, nameOf) : '',
    actions:
      count > 0
        ? [{ id: 'doctor', label: 'Find out what is missing', command: 'npm run reeve -- doctor' }]
        : [],
  }));
}

function linesOf(state: ReadState, silent: readonly SilentAccount[]): string[] {
  const some = silent.filter((each) => each.state === state);
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
function entryOf(now: SilentStates, before: SilentStates, nameOf: (account: string) => string): string {
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
