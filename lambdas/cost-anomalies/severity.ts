import type { Severity } from '#lambdas/contracts/observation.ts';

/** As from these amounts on; AWS's own alerts begin at 100 dollars where nothing else is set. */
const FROM_DOLLARS: [number, Severity][] = [
  [10_000, 'critical'],
  [1000, 'error'],
  [100, 'warning'],
];
const UNKNOWN_IMPACT: Severity = 'warning';

/** How much an anomaly matters, by all that was spent beyond what was expected. */
export function severityOf(totalImpact: number | undefined): Severity {
  if (totalImpact === undefined) return UNKNOWN_IMPACT;
  return FROM_DOLLARS.find(([dollars]) => totalImpact >= dollars)?.[1] ?? 'info';
}
