import { accountLabel } from '#lambdas/trusted-advisor-sweep/account-label.ts';
import type { StandingAccount } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import { countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import { DAY_STATES, dayStateOf } from '#lambdas/trusted-advisor-sweep/publish/day-state.ts';
import { STANDING_WORDS } from '#lambdas/trusted-advisor-sweep/publish/standing-words.ts';

/**
 * What a reader must know: which accounts were not read and why, a sentence for each reason. What was read of them
 * before is still counted, and said to be old.
 */
export function toNotes(
  { accounts, at }: { accounts: readonly StandingAccount[]; at: string },
  named = Number.POSITIVE_INFINITY,
): string[] {
  return DAY_STATES.filter((state) => state !== 'ok').flatMap((state) => {
    const some = accounts.filter(({ standing }) => dayStateOf(standing, at) === state);
    if (some.length === 0) return [];
    const names = some.slice(0, named).map(nameOf);
    const more = some.length - names.length;
    const list = [...names, ...(more > 0 ? [`and ${countText(more)} more`] : [])].join(', ');
    return [`Not read: ${list}. Reason: ${STANDING_WORDS[state].why}.`];
  });
}

function nameOf({ account, standing: { readAt } }: StandingAccount): string {
  return `${accountLabel(account)}${readAt ? `, counted as on ${readAt.slice(0, 10)}` : ''}`;
}
