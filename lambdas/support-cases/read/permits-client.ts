import { text } from 'node:stream/consumers';
import { sign } from 'aws4';
import type { CasePermit } from '#lambdas/contracts/support/case-row.ts';
import type { Warn } from '#lambdas/support-cases/read/ask.ts';
import type { CaseApi } from '#lambdas/support-cases/read/case-api.ts';
import { getUrl } from '#lambdas/support-cases/read/https-client.ts';
import { isOutage, isUnknownHost, stateOf, statusOf } from '#lambdas/support-cases/read/support-errors.ts';
import { type PermitPage, toPermits } from '#lambdas/support-cases/read/to-permits.ts';
import { tokenPages } from '#lambdas/support-cases/read/token-pages.ts';

const SERVICE = 'supportauthz';
const TRIES = 4;
/** The service has addresses of the newer kind only. */
const DOMAINS: Record<string, string> = { 'aws-cn': 'api.amazonwebservices.com.cn' };

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
type Place = { partition: string; region: string; credentials: () => Promise<Credentials> };
type Ports = { warn: Warn; sleep: (milliseconds: number) => Promise<void> };

/**
 * Requests of AWS's staff that wait for a decision. By hand, since there is no client of it. A Region without the service,
 * or an account whose role may not ask, has none. Fails where AWS could not be asked: nothing follows of that.
 * https://docs.aws.amazon.com/awssupport/latest/user/support-authorization.html
 */
export function permitsClient(place: Place, ports: Ports): CaseApi['permits'] {
  return async () => {
    const found = new Map<string, CasePermit[]>();
    try {
      for await (const { requests } of tokenPages((token) => askPatiently(place, token, ports))) {
        for (const { displayId, permit } of requests)
          found.set(displayId, [...(found.get(displayId) ?? []), permit]);
      }
    } catch (error) {
      if (!isWithout(error)) throw error;
      ports.warn('Requests for permits cannot be read', { error: (error as Error).name });
    }
    return found;
  };
}

/** Whether the service is not there, or not for this account. */
function isWithout(error: unknown): boolean {
  const status = statusOf(error);
  return isUnknownHost(error) || (status >= 400 && status < 500 && stateOf(error) !== 'throttled');
}

async function askPatiently(place: Place, token: string | undefined, ports: Ports): Promise<PermitPage> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await askOnce(place, token);
    } catch (error) {
      const mayPass = isOutage(error) || stateOf(error) === 'throttled';
      if (!mayPass || attempt === TRIES) throw error;
      await ports.sleep(500 * 2 ** attempt);
    }
  }
}

async function askOnce({ partition, region, credentials }: Place, token?: string): Promise<PermitPage> {
  const host = `${SERVICE}.${region}.${DOMAINS[partition] ?? 'api.aws'}`;
  const query = new URLSearchParams({ maxResults: '100', ...(token ? { nextToken: token } : {}) });
  const path = `/support-permit-requests?${query.toString()}`;
  const { headers } = sign({ service: SERVICE, region, host, method: 'GET', path }, await credentials());
  const answer = await getUrl(new URL(path, `https://${host}`), headers as Record<string, string>);
  const body = await text(answer);
  const { statusCode: httpStatusCode = 0, headers: told } = answer;
  if (httpStatusCode === 200) return toPermits(parsed(body));
  const [name = 'UnknownError'] = String(told['x-amzn-errortype'] ?? 'UnknownError').split(':');
  const refusal = new Error('AWS Support authorization did not answer');
  throw Object.assign(refusal, { name, $metadata: { httpStatusCode } });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A parser's message quotes what it could not read.
    throw new Error('AWS Support authorization answered with what is no JSON');
  }
}
