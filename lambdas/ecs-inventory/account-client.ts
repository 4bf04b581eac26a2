import { ECSClient } from '@aws-sdk/client-ecs';
import { clusterClient } from '#lambdas/ecs-inventory/cluster-client.ts';
import { type AccountPorts } from '#lambdas/ecs-inventory/read-account.ts';
import type { MemberReader } from '#lambdas/runtime/member-credentials.ts';
import { readerSession } from '#lambdas/runtime/reader-session.ts';

const RETRIES = { retryMode: 'standard', maxAttempts: 8 };

/** ECS of any account, by one session of the role that it lets itself be read by; without a reader, of one's own. */
export function accountClient(
  partition: string,
  reader: MemberReader | undefined,
): AccountPorts['openAccount'] {
  // All clients share their connections: their hosts are a handful, one a Region.
  const { requestHandler } = new ECSClient({}).config;
  return async (account) => {
    const credentials = reader && (await readerSession({ partition, account }, reader));
    const own = credentials ? { credentials } : {};
    return (region) => clusterClient(new ECSClient({ region, requestHandler, ...RETRIES, ...own }));
  };
}
