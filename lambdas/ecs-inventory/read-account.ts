import type { AskedAccount } from '#lambdas/ecs-inventory/accounts-to-ask.ts';
import type { ClusterApi } from '#lambdas/ecs-inventory/cluster-api.ts';
import { readServices } from '#lambdas/ecs-inventory/read-services.ts';
import type { ServiceState } from '#lambdas/ecs-inventory/service-state.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

export type AccountPorts = {
  /** Fails with `NoReaderRoleError` where the account has none. */
  openAccount: (account: string) => Promise<(region: string) => ClusterApi>;
  regions: string[];
  hasTime: () => boolean;
};

/** What could not be read; without a Region, the whole account. */
export type Unread = { account: AskedAccount; region?: string; error: unknown };

export type AccountReading = {
  account: AskedAccount;
  services: (ServiceState & { region: string })[];
  unread: Unread[];
};

/** Reads the services of an account, Region by Region. A Region is there as a whole, or among what could not be read. */
export async function readAccount(account: AskedAccount, ports: AccountPorts): Promise<AccountReading> {
  const reading: AccountReading = { account, services: [], unread: [] };
  try {
    refuseWithoutTime(ports);
    const open = await ports.openAccount(account.id);
    for (const region of ports.regions) await addRegion(reading, region, open, ports);
  } catch (error) {
    reading.unread.push({ account, error });
  }
  return reading;
}

async function addRegion(
  { account, services, unread }: AccountReading,
  region: string,
  open: (region: string) => ClusterApi,
  ports: AccountPorts,
): Promise<void> {
  const found: AccountReading['services'] = [];
  try {
    refuseWithoutTime(ports);
    for await (const some of readServices(open(region))) {
      found.push(...some.map((service) => ({ ...service, region })));
    }
    services.push(...found);
  } catch (error) {
    unread.push({ account, region, error });
  }
}

function refuseWithoutTime({ hasTime }: Pick<AccountPorts, 'hasTime'>): void {
  if (!hasTime()) throw new RetryLaterError('No time was left');
}
