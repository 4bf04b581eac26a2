import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { KnownChecks } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** The check that an event means: by its name, or one that it had before. One that is not known is known by its name. */
export function resolveCheck(name: string, { checks }: Pick<KnownChecks, 'checks'>): AdvisorCheck {
  const known =
    checks.find((check) => check.name === name) ??
    checks.find(({ formerNames = [] }) => formerNames.includes(name));
  if (!known) return { name };
  const { id, category, source } = known;
  return { id, name: known.name, category, ...(source ? { source } : {}) };
}
