import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';

/** What resources of a place have in common, as a JSON array: type, since when they wait, what they violate. */
export function groupOf(type: string, since: string, violations: readonly TagViolation[]): string {
  return JSON.stringify([type, since, ...violations.map(({ key, problem }) => [key, problem])]);
}

export function typeOf(group: string): string {
  return (JSON.parse(group) as [string])[0];
}

/** The day since which they wait for their grace to be over; empty: they do not. */
export function sinceOf(group: string): string {
  return (JSON.parse(group) as [string, string])[1];
}
