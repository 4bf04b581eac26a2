import { matchesGlob } from '#lambdas/contracts/matches-glob.ts';
import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import type { AdvisorCheck, AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorMute } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { isCheck } from '#lambdas/contracts/trusted-advisor/select-checks.ts';

export type MutedItem = {
  account: string;
  check: AdvisorCheck;
  item: Omit<AdvisorItem, 'status'>;
  severity: Severity;
};

/** The mute that keeps an item from people at a moment, if any does. */
export function muteOf(mutes: AdvisorMute[], muted: MutedItem, now: Date): AdvisorMute | undefined {
  return mutes.find(({ until, when }) => Date.parse(until) > now.getTime() && matches(when, muted));
}

function matches(when: AdvisorMute['when'], { account, check, item, severity }: MutedItem): boolean {
  const { resourceId, region, fields } = item;
  const names = [...(resourceId ? [resourceId] : []), ...Object.values(fields)];
  return (
    isAnyOf(when.accounts, [account]) &&
    isAnyOf(when.regions, present(region)) &&
    isAnyOf(when.categories, present(check.category)) &&
    (!when.checks || when.checks.some((pattern) => isCheck(check, pattern))) &&
    isAnyOf(when.services, present(fields['Service'])) &&
    isAnyOf(when.limits, present(fields['Limit Name'])) &&
    isAnyOf(when.resources, names) &&
    (!when.severity || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(when.severity))
  );
}

function isAnyOf(patterns: string[] | undefined, texts: string[]): boolean {
  return !patterns || patterns.some((pattern) => texts.some((text) => matchesGlob(pattern, text)));
}

function present(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}
