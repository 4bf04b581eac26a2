import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { ReadingCounts } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSummary, CountedAccount } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { counted, countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import { coloursText } from '#lambdas/trusted-advisor-sweep/digest/digest-lines.ts';
import { DAY_STATES, type DayState, dayStateOf } from '#lambdas/trusted-advisor-sweep/publish/day-state.ts';
import { STANDING_WORDS } from '#lambdas/trusted-advisor-sweep/publish/standing-words.ts';

/** What became of the day's readings, in one line: silence would look like peace. */
export function toDailyLine(summary: AdvisorSummary): Observation {
  const { date, at, accounts, total } = summary;
  const states = accounts.map(({ standing }) => dayStateOf(standing, at));
  const read = accounts.filter((_, index) => states[index] === 'ok');
  const isWell = read.length === accounts.length;
  return toDigestObservation({
    key: `trusted-advisor/day/${date}`,
    source: 'trusted-advisor',
    orderedBy: [['readAt', Date.parse(at)]],
    severity: 'info',
    title: `Trusted Advisor: ${countText(read.length)} of ${counted(accounts.length, 'account')} read, ${coloursText(total)}`,
    summary: [accountsText(states), checksText(read)].join(' '),
    links: [],
    actions: isWell
      ? []
      : [
          {
            id: 'accounts',
            label: 'How each account was read',
            command: 'npm run reeve -- advisor accounts',
          },
        ],
  });
}

function accountsText(states: DayState[]): string {
  const counts = DAY_STATES.flatMap((state) => {
    const count = states.filter((each) => each === state).length;
    // That none was read must be said; that none failed need not.
    return count > 0 || state === 'ok' ? [`${countText(count)} ${STANDING_WORDS[state].short}`] : [];
  });
  return `Accounts: ${counts.join(', ')}.`;
}

function checksText(read: CountedAccount[]): string {
  const sum = (name: keyof ReadingCounts) =>
    read.reduce((total, { standing }) => total + (standing.counts?.[name] ?? 0), 0);
  const others: [name: keyof ReadingCounts, word: string][] = [
    ['failed', 'failed'],
    ['notAvailable', 'without result'],
    ['refreshed', 'refreshed'],
  ];
  const texts = others.flatMap(([name, word]) => (sum(name) > 0 ? [`${countText(sum(name))} ${word}`] : []));
  return `Checks: ${[`${countText(sum('read'))} of ${countText(sum('watched'))} read`, ...texts].join(', ')}.`;
}
