import type { MemberReader } from '#lambdas/runtime/member-credentials.ts';
import { type PacePorts, pace } from '#lambdas/runtime/pace.ts';
import { readerSession } from '#lambdas/runtime/reader-session.ts';
import type { Ask, Warn } from '#lambdas/support-cases/read/ask.ts';
import { attachmentClient } from '#lambdas/support-cases/read/attachment-client.ts';
import type { OpenAccount } from '#lambdas/support-cases/read/case-api.ts';
import { casesClient } from '#lambdas/support-cases/read/cases-client.ts';
import { failover } from '#lambdas/support-cases/read/failover.ts';
import { messagesClient } from '#lambdas/support-cases/read/messages-client.ts';
import { permitsClient } from '#lambdas/support-cases/read/permits-client.ts';
import { placesFor } from '#lambdas/support-cases/read/places-for.ts';
import { regionClients } from '#lambdas/support-cases/read/region-client.ts';
import { isOutage, stateOf, statusOf } from '#lambdas/support-cases/read/support-errors.ts';

/** AWS allows an account five a second, all callers together. */
const CALLS = { perSecond: 4, burst: 1 };
const CALLS_AT_ONCE = 2;

/** `regions`: those that answer for the partition's one Support, the usual one first. Without a reader, one's own account. */
export type SupportPlace = {
  partition: string;
  regions: readonly string[];
  reader: MemberReader | undefined;
};
/** `warn` hears what was left out: ids and counts. */
export type AccountPorts = PacePorts & { warn: Warn };

/** AWS Support of any account, by a session of the role that it lets itself be read by. */
export function accountClient(
  { partition, regions, reader }: SupportPlace,
  ports: AccountPorts,
): OpenAccount {
  const { now, sleep, warn } = ports;
  const [region = ''] = regions;
  // The service is one for all accounts: what one of them learnt of a Region holds for the others.
  const isRefusal = (error: unknown) => stateOf(error) === 'refused';
  const inSomeRegion = failover(regions, { isOutage, isRefusal }, now);
  const clients = regionClients({ partition, regions });
  // What is odd today is so at every reading.
  const told = new Set<string>();

  return async (account) => {
    const clientOf = clients(reader && (await readerSession({ partition, account }, reader)));
    const place = placesFor(CALLS_AT_ONCE);
    const turn = pace(CALLS, ports);
    const ask: Ask = (call) =>
      place(async () => {
        await turn();
        return inSomeRegion((region) => call(clientOf(region)).catch(withoutText));
      });
    const noted: Warn = (message, fields) => {
      const note = JSON.stringify([account, message, fields]);
      if (!told.has(note)) warn(message, { account, ...fields });
      told.add(note);
    };
    const { credentials } = clientOf(region).config;
    return {
      cases: casesClient({ ask, warn: noted, now }),
      messages: messagesClient({ ask, warn: noted }),
      attachment: attachmentClient({ ask }),
      permits: permitsClient({ partition, region, credentials }, { warn: noted, sleep }),
    };
  };
}

/** A parser's message quotes what it could not read, and the SDK hangs the whole answer on it. */
function withoutText(error: unknown): never {
  if (!(error instanceof SyntaxError)) throw error;
  const plain = new Error('AWS Support answered with what is no JSON');
  throw Object.assign(plain, { $metadata: { httpStatusCode: statusOf(error) } });
}
