import { SupportClient } from '@aws-sdk/client-support';
import { TrustedAdvisorClient } from '@aws-sdk/client-trustedadvisor';
import type { MemberReader } from '#lambdas/runtime/member-credentials.ts';
import { type PacePorts, pace } from '#lambdas/runtime/pace.ts';
import { readerSession } from '#lambdas/runtime/reader-session.ts';
import type { OpenAccount } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import { supportClient } from '#lambdas/trusted-advisor-sweep/read/support-client.ts';

const RETRIES = { retryMode: 'standard', maxAttempts: 8 };
/** AWS names no limit; more than this has been throttled. */
const CALLS = { perSecond: 4, burst: 20 };

type Place = { partition: string; globalRegion: string; reader: MemberReader | undefined };

/**
 * Trusted Advisor of any account, by a session of the role that it lets itself be read by; without a reader, one's own.
 * It has one endpoint in a partition.
 */
export function accountClient({ partition, globalRegion, reader }: Place, ports: PacePorts): OpenAccount {
  // All clients share their connections.
  const { requestHandler } = new SupportClient({ region: globalRegion }).config;
  return async (account) => {
    const credentials = reader && (await readerSession({ partition, account }, reader));
    const options = {
      region: globalRegion,
      requestHandler,
      ...RETRIES,
      ...(credentials ? { credentials } : {}),
    };
    return supportClient({
      support: new SupportClient(options),
      advisor: new TrustedAdvisorClient(options),
      turn: pace(CALLS, ports),
    });
  };
}
