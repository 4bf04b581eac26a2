import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import { resourcePages } from '#lambdas/runtime/resource-pages.ts';
import { counted } from '#lambdas/support-cases/tell/counted.ts';
import type { NoticeMemory, NoticeState } from '#lambdas/support-cases/tell/notice-memory.ts';
import { NOTICE_WORDS } from '#lambdas/support-cases/tell/notice-words.ts';
import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';
import { DAY_MS } from '#lambdas/support-cases/tell/reopen-window.ts';

type Reading = { account: Account; reading: AccountReading };

const NAMED = 10;
const NAME = 60;
const STATES = Object.keys(NOTICE_WORDS) as NoticeState[];

/**
 * One notice for each reason why accounts are not read: told when there are more of them, once a day at most, and closed
 * when there are none. Who is read again is forgotten, so that the same again is news.
 */
export function toNotices(
  readings: Reading[],
  before: NoticeMemory,
  now: Date,
): { observations: Observation[]; memory: NoticeMemory } {
  const memory: NoticeMemory = {};
  const observations = STATES.flatMap((state) => {
    const told = before[state];
    const accounts = accountsIn(state, readings, now);
    const isSoon = told !== undefined && now.getTime() - Date.parse(told.toldAt) < DAY_MS;
    if (accounts.length === 0) {
      if (isSoon) memory[state] = { ...told, accounts: [], isOpen: false };
      return told?.isOpen ? noticesOf(state, [], [], now) : [];
    }
    const known = new Set(told?.accounts);
    const came = accounts.filter(({ id }) => !known.has(id));
    if (came.length > 0 && !isSoon) {
      const ids = accounts.map(({ id }) => id);
      memory[state] = { accounts: ids, toldAt: now.toISOString(), isOpen: true };
      return noticesOf(state, accounts, came, now);
    }
    const stay = accounts.filter(({ id }) => known.has(id)).map(({ id }) => id);
    if (told) memory[state] = { ...told, accounts: stay };
    return [];
  });
  return { observations, memory };
}

/** That AWS is busy passes by itself, and is worth a word only when it does not. */
function accountsIn(state: NoticeState, readings: Reading[], now: Date): Account[] {
  const isOld = ({ since }: AccountReading) => now.getTime() - Date.parse(since) >= DAY_MS;
  return readings
    .filter(({ reading }) => reading.state === state && (state !== 'throttled' || isOld(reading)))
    .map(({ account }) => account)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** One observation, or several pages of one where there are very many accounts. */
function noticesOf(state: NoticeState, accounts: Account[], came: Account[], now: Date): Observation[] {
  const key = `support-cases/unread/${state}`;
  const { title, why, wayOut } = NOTICE_WORDS[state];
  const isOpen = accounts.length > 0;
  const resources = accounts.map(({ id }) => ({ id }));
  return resourcePages(resources, now.toISOString()).map((page, index) => ({
    kind: 'observation',
    key,
    scope: key,
    source: 'support',
    part: {
      id: 'all',
      status: isOpen ? 'open' : 'resolved',
      orderedBy: [['toldAt', now.getTime()]],
      ...page,
    },
    severity: isOpen ? 'warning' : 'info',
    title: isOpen ? `${title}: ${counted(accounts.length, 'account')}` : `${title}: no account any more`,
    summary: isOpen
      ? [
          `${namesOf(accounts)}.`,
          why,
          wayOut,
          'Cases of these accounts are not seen, and nobody is told of them.',
        ].join('\n')
      : 'Each account is read again, left, or cannot be read for another reason, which is told by itself.',
    facts: [],
    links: [],
    labels: { state: [state] },
    remindAt: [],
    related: [],
    entry: index === 0 && came.length > 0 ? `New: ${namesOf(came.slice(0, 3), came.length)}.` : '',
    actions: isOpen
      ? [{ id: 'doctor', label: 'Find out what is missing', command: 'npm run reeve -- doctor' }]
      : [],
  }));
}

function namesOf(accounts: Account[], count = accounts.length): string {
  const shown = accounts.slice(0, NAMED).map(({ id, name }) => {
    const text = plainText(name ?? '', NAME);
    return text ? `${text} (${id})` : id;
  });
  const more = count - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more.toLocaleString('en-US')} more`] : [])].join(', ');
}
