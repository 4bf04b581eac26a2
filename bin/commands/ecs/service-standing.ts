import type { OpenAlert } from '#bin/commands/ecs/open-alert.ts';
import type { AskedAccount } from '#lambdas/ecs-inventory/accounts-to-ask.ts';
import type { ServiceState } from '#lambdas/ecs-inventory/service-state.ts';

/** A service as it stands now, where it is, and what is open about it. */
export type ServiceStanding = ServiceState & {
  account: AskedAccount;
  region: string;
  alerts: OpenAlert[];
};

/** From the worst to the best. */
export const TROUBLES = ['down', 'short', 'failed', 'alert', 'rolling', 'ok'] as const;
export type Trouble = (typeof TROUBLES)[number];

/**
 * What is to be said first of a service. `down`: none of its tasks runs. `short`: fewer than should. `failed`: its
 * last deployment. `alert`: something is open about it. `rolling`: a deployment goes on.
 */
export function troubleOf({ desired, running, deployment, alerts }: ServiceStanding): Trouble {
  if (desired > 0 && running === 0) return 'down';
  if (running < desired) return 'short';
  if (deployment?.rolloutState === 'FAILED') return 'failed';
  if (alerts.length > 0) return 'alert';
  return deployment?.rolloutState === 'IN_PROGRESS' ? 'rolling' : 'ok';
}

/** Those in trouble first, the worst of them at the top; else by account, Region, cluster and name. */
export function byTrouble(a: ServiceStanding, b: ServiceStanding): number {
  const rank = (service: ServiceStanding) => TROUBLES.indexOf(troubleOf(service));
  return rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b));
}

function nameOf({ account, region, cluster, service }: ServiceStanding): string {
  return [account.name || account.id, account.id, region, cluster, service].join(' ');
}
