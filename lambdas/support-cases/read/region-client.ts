import { SupportClient, type SupportClientConfig } from '@aws-sdk/client-support';
import { leaveRegionSoon } from '#lambdas/support-cases/read/leave-region.ts';

const RETRIES = { retryMode: 'standard', maxAttempts: 8 };
/** A page of cases may be some megabytes; AWS begins to send it within seconds. */
const TIMEOUTS = {
  connectionTimeout: 3000,
  requestTimeout: 10_000,
  throwOnRequestTimeout: true,
  socketTimeout: 20_000,
};

type Credentials = Exclude<SupportClientConfig['credentials'], undefined>;
type Place = { partition: string; regions: readonly string[] };

/** Clients of an account, one for each Region that it turns out to need; all share their connections. */
export function regionClients({ partition, regions: [first = '', ...others] }: Place) {
  const { requestHandler } = new SupportClient({ region: first, requestHandler: TIMEOUTS }).config;
  return (credentials: Credentials | undefined) => {
    const made = new Map<string, SupportClient>();
    return (region: string): SupportClient => {
      const client =
        made.get(region) ??
        new SupportClient({
          region,
          // The SDK would send calls of any other Region of the partition to its first one.
          ...(region === first ? {} : { endpoint: `https://support.${region}.${domainOf(partition)}` }),
          requestHandler,
          ...RETRIES,
          ...(credentials ? { credentials } : {}),
        });
      if (!made.has(region) && others.length > 0) leaveSoon(client);
      made.set(region, client);
      return client;
    };
  };
}

function leaveSoon({ config }: SupportClient): void {
  const { retryStrategy } = config;
  config.retryStrategy = async () => leaveRegionSoon(await retryStrategy());
}

function domainOf(partition: string): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}
