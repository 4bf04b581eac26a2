import type { Observation } from '#lambdas/contracts/observation.ts';
import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { relayHealthEvent } from '#lambdas/health-alerts/relay-health-event.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { HEALTH_EVENTS } from '#lib/event-patterns.ts';
import type { Settings } from '#lib/settings.ts';

/** What a capability takes from the bus, and what it tells the alert desk of it. */
export type Capability = {
  name: string;
  /** What its rules ask for. */
  events: { source: string[]; detailType: string[] };
  isDeployed: (settings: Settings) => boolean;
  /** Throws a PermanentError that names the fields where the event is unreadable. */
  observe: (text: string, settings: Settings) => Promise<Observation>;
};

export const capabilities: Capability[] = [
  {
    name: 'health-alerts',
    events: HEALTH_EVENTS,
    isDeployed: ({ health }) => health !== undefined,
    async observe(text, { accounts, health }) {
      const { promise, resolve } = Promise.withResolvers<Observation>();
      await relayHealthEvent(parseBody(HealthEvent, text), {
        observe: async (observation) => resolve(observation),
        accountDirectory: accountsInSettings(accounts),
        settings: { reminderDays: [], quietAfterDays: 1, ...health },
      });
      return promise;
    },
  },
];
