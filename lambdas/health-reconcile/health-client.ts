import { HealthClient } from '@aws-sdk/client-health';
import type { ReconcileSettings } from '#lambdas/contracts/settings.ts';
import { accountHealth } from '#lambdas/health-reconcile/account-health-client.ts';
import type { HealthApi } from '#lambdas/health-reconcile/health-api.ts';
import { organizationHealth } from '#lambdas/health-reconcile/organization-health-client.ts';

/** The Health API as this account may see it, by Region; it slows down where AWS asks for it. */
export function openHealth(view: ReconcileSettings['view'], account: string): (region: string) => HealthApi {
  const open = new Map<string, HealthApi>();
  return (region) => {
    const known = open.get(region);
    if (known) return known;
    const client = new HealthClient({ region, retryMode: 'standard', maxAttempts: 8 });
    const api = view === 'organization' ? organizationHealth(client) : accountHealth(client, account);
    open.set(region, api);
    return api;
  };
}
