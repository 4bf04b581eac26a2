import { matchesGlob } from '#lambdas/contracts/matches-glob.ts';
import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';

const SECURITY_HUB = 'security_hub';
/** How AWS named all checks that mirror Security Hub, for accounts that may not ask who made a check. */
const SECURITY_HUB_IDS = /^Hs4Ma3G/;

export type CheckChoice = Pick<AdvisorSelection, 'categories' | 'checks' | 'except' | 'securityHub'>;

/** Why a check is not watched; undefined where it is. One of which only the name is known is watched by its name. */
export function reasonNotWatched(check: AdvisorCheck, choice: CheckChoice): string | undefined {
  const { categories, checks, except, securityHub } = choice;
  const isNamed = (patterns: string[]) => patterns.some((pattern) => isCheck(check, pattern));
  if (!isNamed(checks)) return 'not among checks';
  if (isNamed(except)) return 'among except';
  if (!securityHub && isSecurityHub(check)) return 'mirrors Security Hub';
  if (check.category !== undefined && !categories.includes(check.category)) return 'not among categories';
  return undefined;
}

/** Whether a pattern is meant for a check, by its name or id. */
export function isCheck({ id, name }: AdvisorCheck, pattern: string): boolean {
  return matchesGlob(pattern, name) || (id !== undefined && matchesGlob(pattern, id));
}

function isSecurityHub({ id = '', source }: AdvisorCheck): boolean {
  return source === SECURITY_HUB || SECURITY_HUB_IDS.test(id);
}
