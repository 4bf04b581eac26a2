import type { Observation } from '#lambdas/contracts/observation.ts';
import type { TrustedAdvisorSweepSettings } from '#lambdas/contracts/settings.ts';
import type { ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { StandingAccount } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import { countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import { addDays } from '#lambdas/trusted-advisor-sweep/days.ts';
import type { Told } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';

const KEY = 'trusted-advisor/plans-end';
const END = '2027-01-01';
const END_AT = `${END}T00:00:00.000Z`;
const REMINDER_DAYS = [30, 7];
/** Where the commercial partition has its Support API. AWS GovCloud keeps its plans. */
const COMMERCIAL = 'us-east-1';
const ANSWERING: ReadState[] = ['ok', 'throttled', 'failed'];

/** How many accounts answer, on whatever plan: the API does not say which. One that is busy or fails still has one. */
export function answeringOf(accounts: readonly StandingAccount[]): number {
  return accounts.filter(
    ({ standing: { state, readAt } }) => readAt !== undefined && ANSWERING.includes(state),
  ).length;
}

/**
 * Warns that AWS ends support plans; undefined where it does not, or has. Ordered by when the count of accounts changed:
 * each day says the same until it does, and the desk drops that.
 */
export function toPlansEnd(
  { what: answering, changedAt }: Told<number>,
  { globalRegion }: Pick<TrustedAdvisorSweepSettings, 'globalRegion'>,
  at: string,
): Observation | undefined {
  if (globalRegion !== COMMERCIAL || Date.parse(at) >= Date.parse(END_AT)) return undefined;
  const who = answering === 1 ? '1 account answers' : `${countText(answering)} accounts answer`;
  return {
    kind: 'observation',
    key: KEY,
    scope: KEY,
    source: 'trusted-advisor',
    part: {
      id: 'all',
      resources: [],
      status: 'open',
      orderedBy: [['changedAt', Date.parse(changedAt)]],
    },
    severity: 'warning',
    title: 'AWS ends three support plans on 1 January 2027, and with them Trusted Advisor',
    summary: [
      'Developer, Business and Enterprise On-Ramp support end then.',
      `${who} today. Those on one of these plans will go dark, without a word: no events, no readings. The API does not say which they are.`,
      'Business Support+, Enterprise Support and Unified Operations keep the API. Each account has a plan of its own.',
    ].join('\n'),
    facts: [],
    links: [{ label: 'Support plans', url: 'https://aws.amazon.com/premiumsupport/plans/' }],
    labels: { category: ['plans'] },
    deadline: END_AT,
    resolvesAt: END_AT,
    remindAt: REMINDER_DAYS.map((days) => `${addDays(END, -days)}T00:00:00.000Z`),
    related: [],
    // That one account more answers is no news.
    entry: '',
    actions: [
      { id: 'accounts', label: 'Which accounts answer', command: 'npm run reeve -- advisor accounts' },
    ],
  };
}
