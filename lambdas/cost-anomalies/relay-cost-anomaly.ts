import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';
import { type Share, sharesOf } from '#lambdas/cost-anomalies/shares.ts';
import { toObservation } from '#lambdas/cost-anomalies/to-observation.ts';

export type AnomalyPorts = {
  observe: (observation: Observation) => Promise<void>;
  /** What is known of an account; one that is not known still has its id. */
  accountDirectory: (accountId: string) => Promise<Account>;
};

/** Tells the alert desk what AWS found unusual: one alert, with a part for each account that it lies in. */
export async function relayCostAnomaly(event: AnomalyEvent, ports: AnomalyPorts): Promise<void> {
  const shares = sharesOf(event);
  const accounts = await Promise.all(shares.map((share) => lookUp(share, ports)));
  for (const share of shares) await ports.observe(toObservation(event, share, accounts));
}

/** The event's own name of an account serves where nobody else has one. */
async function lookUp({ account, name }: Share, { accountDirectory }: AnomalyPorts): Promise<Account> {
  const known = await accountDirectory(account);
  return { ...known, ...(known.name || !name ? {} : { name }) };
}
