import { type AwsAnswer, type AwsBackend, AwsError } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { pageOf } from './paging.ts';
import { PERMIT_QUESTION } from './support-cases/permit-shapes.ts';
import { problemsOf } from './support-cases/shape.ts';
import type { WorldPermitRequest } from './world-cases.ts';

const USUAL_RESULTS = 100;
const PAGING = { pageSize: 100, emptyPages: false, badToken: 'ValidationException' };

/**
 * The API of AWS Support authorization, as far as it lists what AWS's staff asks for. It is regional.
 * https://docs.aws.amazon.com/awssupport/latest/user/support-authorization.html
 */
export function supportPermitsBackend(organization: Organization): AwsBackend {
  const { support } = organization.world;
  return async (call) => {
    try {
      const { pathname, searchParams } = new URL(call.path, 'https://supportauthz.invalid');
      if (call.method !== 'GET' || pathname !== '/support-permit-requests')
        throw new AwsError('UnknownOperationException', `${call.method} ${pathname} is not emulated`);
      const account = actingAccount(organization, call);
      const question = questionOf(searchParams);
      const { supportCaseDisplayId: displayId } = question;
      const asked = support.permitRequests
        .filter((one) => one.account === account?.id && one.region === call.region)
        .filter((one) => displayId === undefined || one.displayId === displayId)
        .toSorted((a, b) => b.createdAt - a.createdAt);
      const { maxResults: MaxResults = USUAL_RESULTS, nextToken, ...input } = question;
      const NextToken = nextToken && Buffer.from(nextToken, 'base64url').toString();
      const place = { ...input, account: account?.id, MaxResults, NextToken };
      const { page, NextToken: next } = pageOf(asked, place, call, PAGING);
      return answer(200, {
        supportPermitRequests: page.map(requestShape),
        // A token here has no dots.
        ...(next ? { nextToken: Buffer.from(next).toString('base64url') } : {}),
      });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return answer(error.status, { message: error.message }, error.code);
    }
  };
}

type Question = { supportCaseDisplayId?: string; maxResults?: number; nextToken?: string };

function questionOf(query: URLSearchParams): Question {
  const { maxResults, ...texts } = Object.fromEntries(query);
  const question = { ...texts, ...(maxResults === undefined ? {} : { maxResults: Number(maxResults) }) };
  const [problem] = problemsOf(PERMIT_QUESTION, question);
  if (problem !== undefined) throw new AwsError('ValidationException', problem);
  return question;
}

/** Moments are seconds since 1970. */
function requestShape({ arn, displayId, status, actions, createdAt, updatedAt }: WorldPermitRequest) {
  return {
    requestArn: arn,
    permit: { actions: { actions }, resources: { allResourcesInRegion: {} } },
    supportCaseDisplayId: displayId,
    status,
    createdAt: createdAt / 1000,
    updatedAt: updatedAt / 1000,
  };
}

function answer(status: number, body: unknown, code?: string): AwsAnswer {
  const headers = { 'content-type': 'application/json', ...(code ? { 'x-amzn-errortype': code } : {}) };
  return { status, headers, body: JSON.stringify(body) };
}
