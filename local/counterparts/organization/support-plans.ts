import type { SupportPlan } from './world.ts';

const USUAL = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };
const ALL = { ...USUAL, critical: 'Critical' };

/** What AWS Support lets people choose, by plan; a plan without an entry has no API. */
const SEVERITIES: Partial<Record<SupportPlan, Record<string, string>>> = {
  business: USUAL,
  'business-plus': USUAL,
  'enterprise-on-ramp': ALL,
  enterprise: ALL,
};

export function severitiesOf(plan: SupportPlan): Record<string, string> | undefined {
  return SEVERITIES[plan];
}

/** Whether AWS Support and Trusted Advisor answer programs. */
export function hasSupportApi(plan: SupportPlan): boolean {
  return SEVERITIES[plan] !== undefined;
}
