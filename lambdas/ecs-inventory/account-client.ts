import { ECSClient } from '@aws-sdk/client-ecs';
import { clusterClient } from '#lambdas/ecs-inventory/cluster-client.ts';
import { type AccountPorts, NoReaderRoleError } from '#lambdas/ecs-inventory/read-account.ts';
import { type MemberReader, memberCredentials } from '#lambdas/runtime/member-credentials.ts';

/** STS says the same of a role that is not there and of one that does not trust. */
const NOT_ASSUMED = new Set(['AccessDenied', 'AccessDeniedException']);
const RETRIES = { retryMode: 'standard', maxAttempts: 8 };

/** ECS of any account, by one session of the role that it lets itself be read by; without a reader, of one's own. */
export function accountClient(
  partition: string,
  reader: MemberReader | undefined,
): AccountPorts['openAccount'] {
  // All clients share their connections: their hosts are a handful, one a Region.
  const { requestHandler } = new ECSClient({}).config;
  return async (account) => {
    const credentials = reader && (await sessionOf({ partition, account }, reader));
    const own = credentials ? { credentials } : {};
    return (region) => clusterClient(new ECSClient({ region, requestHandler, ...RETRIES, ...own }));
  };
}

async function sessionOf(place: Parameters<typeof memberCredentials>[0], reader: MemberReader) {
  try {
    return await memberCredentials(place, reader)();
  } catch (error) {
    if (!(error instanceof Error) || !NOT_ASSUMED.has(error.name)) throw error;
    throw new NoReaderRoleError('The account has no role for this hub', { cause: error });
  }
}
