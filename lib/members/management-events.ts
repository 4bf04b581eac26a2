import { COST_ANOMALIES, ORGANIZATION_EVENTS } from '#lib/event-patterns.ts';
import type { ForwardedEvents } from '#lib/members/forwarding.ts';
import type { Settings } from '#lib/settings.ts';

/** Events that only the management account of an Organization gets. */
export function managementEvents({ accountDirectory, costs }: Settings): ForwardedEvents[] {
  const organizations: ForwardedEvents = {
    id: 'Organizations',
    description: 'Accounts that are made, closed, moved or tagged',
    pattern: ORGANIZATION_EVENTS,
  };
  const anomalies: ForwardedEvents = {
    id: 'CostAnomalies',
    description: 'Cost anomalies of all accounts',
    pattern: COST_ANOMALIES,
  };
  return [...(accountDirectory ? [organizations] : []), ...(costs?.anomalies ? [anomalies] : [])];
}
