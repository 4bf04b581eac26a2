import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account, HealthSettings } from '#lambdas/contracts/settings.ts';
import { isPublic } from '#lambdas/health-alerts/event-type.ts';
import type { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { toObservation } from '#lambdas/health-alerts/to-observation.ts';

export type HealthPorts = {
  observe: (observation: Observation) => Promise<void>;
  /** What is known of an account; one that is not known still has its id. */
  accountDirectory: (accountId: string) => Promise<Account>;
  settings: Pick<HealthSettings, 'reminderDays' | 'quietAfterDays'>;
};

/** Tells the alert desk what an AWS Health event says, with the affected account's name and owner. */
export async function relayHealthEvent(event: HealthEvent, ports: HealthPorts): Promise<void> {
  const account = isPublic(event.detail)
    ? undefined
    : await ports.accountDirectory(event.detail.affectedAccount ?? event.account);
  await ports.observe(toObservation(event, account, ports.settings));
}
