import { afterEach, beforeEach, expect, test } from 'vitest';
import { supportHosts } from '#local/counterparts/organization/support-cases/support-hosts.ts';
import { MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { type ServedCases, servedCases } from './asked-cases.ts';

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
});
afterEach(() => served.close());

/** What somebody sends who names a host instead of leaving it to the SDK. */
function send(host: string, scope: string, request: { method: string; path: string; target?: string }) {
  const hosts = supportHosts({ world: served.world, clock: served.clock, proxyUrl: served.url });
  const { target, ...rest } = request;
  const authorization = `AWS4-HMAC-SHA256 Credential=${served.keyOf(MEMBER)}/20261123/${scope}/aws4_request`;
  const headers = { authorization, ...(target ? { 'x-amz-target': `AWSSupport_20130415.${target}` } : {}) };
  return hosts[host]?.({ ...rest, host, headers, body: Buffer.from(target ? '{}' : '') });
}

test.each(['us-east-1', 'us-west-2', 'eu-west-1'])(
  'The endpoint of %s leads to AWS Support',
  async (region) => {
    const one = served.open();
    const request = { method: 'POST', path: '/', target: 'DescribeCases' };
    const answer = await send(`support.${region}.amazonaws.com`, `${region}/support`, request);
    expect(JSON.parse(String(answer?.body))).toMatchObject({ cases: [{ displayId: one.displayId }] });
  },
);

test.each(['us-east-1', 'eu-central-1'])('That of %s leads to its requests for permits', async (region) => {
  const request = { method: 'GET', path: '/support-permit-requests?maxResults=5' };
  const answer = await send(`supportauthz.${region}.api.aws`, `${region}/supportauthz`, request);
  expect([answer?.status, String(answer?.body)]).toEqual([200, '{"supportPermitRequests":[]}']);
});
