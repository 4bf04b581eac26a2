import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askPermit, endPermitRequest } from '#local/counterparts/organization/change-permits.ts';
import { PERMIT_ANSWER } from '#local/counterparts/organization/support-cases/permit-shapes.ts';
import { problemsOf } from '#local/counterparts/organization/support-cases/shape.ts';
import { HUB, MEMBER } from './served-world.ts';
import { type ServedCases, servedCases } from './support-cases/asked-cases.ts';

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
});
afterEach(() => served.close());

type Answer = {
  supportPermitRequests?: { supportCaseDisplayId: string; status: string; createdAt: number }[];
  nextToken?: string;
};

/** Signed as far as the proxy looks: by whom, for which Region and service. */
async function list(query: Record<string, string> = {}, { account = MEMBER, region = 'us-east-1' } = {}) {
  const key = served.keyOf(account);
  const response = await fetch(
    `${served.url}/support-permit-requests?${new URLSearchParams(query).toString()}`,
    {
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261123/${region}/supportauthz/aws4_request`,
      },
    },
  );
  const answer = (await response.json()) as Answer;
  return { status: response.status, code: response.headers.get('x-amzn-errortype'), answer };
}
const asked = (displayId: string) => {
  const one = served.open({ displayId });
  return askPermit(served.support, one, ['ec2:DescribeInstances'], served.now());
};

describe('Requests for permits', () => {
  test('have the shape of the model', async () => {
    asked('176401120034417');
    const { status, answer } = await list();
    expect(status).toBe(200);
    expect(problemsOf(PERMIT_ANSWER, answer)).toEqual([]);
    expect(answer.supportPermitRequests?.[0]?.createdAt).toBeCloseTo(served.now() / 1000, -2);
  });

  test('are of the account, the Region and the case that is asked for', async () => {
    asked('1764011200');
    asked('1764011299');
    const idsOf = async (...question: Parameters<typeof list>) =>
      (await list(...question)).answer.supportPermitRequests?.map((one) => one.supportCaseDisplayId);
    expect(await idsOf({ supportCaseDisplayId: '1764011299' })).toEqual(['1764011299']);
    expect(await idsOf()).toHaveLength(2);
    expect(await idsOf({}, { account: HUB })).toEqual([]);
    expect(await idsOf({}, { region: 'eu-west-1' })).toEqual([]);
  });

  test('stay, with what became of them', async () => {
    endPermitRequest(asked('1764011200'), 'CANCELLED', served.now() + 1000);
    expect((await list()).answer.supportPermitRequests).toMatchObject([{ status: 'CANCELLED' }]);
  });

  test('come in pages', async () => {
    for (let index = 0; index < 5; index += 1) asked(`176401120${index}`);
    const ids: string[] = [];
    let nextToken: string | undefined;
    do {
      const { answer } = await list({ maxResults: '2', ...(nextToken ? { nextToken } : {}) });
      ids.push(...(answer.supportPermitRequests ?? []).map((one) => one.supportCaseDisplayId));
      ({ nextToken } = answer);
    } while (nextToken);
    expect(new Set(ids).size).toBe(5);
    expect(ids).toHaveLength(5);
  });

  test.each([
    [{ maxResults: '0' }],
    [{ maxResults: '101' }],
    [{ supportCaseDisplayId: 'a b' }],
    [{ nextToken: 'bm9uZQ' }],
    [{ other: '1' }],
  ])('are asked for within bounds: %j', async (query: Record<string, string>) => {
    expect(await list(query)).toMatchObject({ status: 400, code: 'ValidationException' });
  });

  test('are throttled and denied in the words of this API', async () => {
    served.faults.throttle('supportauthz:ListSupportPermitRequests', { times: 1 });
    expect(await list()).toMatchObject({ status: 429, code: 'ThrottlingException' });
    served.faults.deny('supportauthz:*', { times: 1 });
    expect(await list()).toMatchObject({ status: 403, code: 'AccessDeniedException' });
  });
});
