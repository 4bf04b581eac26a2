import { AwsError } from '#local/proxy/aws-call.ts';
import { pageOf } from '../paging.ts';
import { statusOf, type WorldCase } from '../world-cases.ts';
import type { CaseCaller, CaseOperation } from './case-caller.ts';
import { caseShape, visibleCases } from './case-view.ts';
import { communicationPage, isWithin, recentCommunications } from './communication-page.ts';
import { refuseLanguage } from './option-operations.ts';

type CasesQuestion = {
  caseIdList?: string[];
  displayId?: string;
  afterTime?: string;
  beforeTime?: string;
  includeResolvedCases?: boolean;
  nextToken?: string;
  maxResults?: number;
  language?: string;
  includeCommunications?: boolean;
  dryRun?: boolean;
};
type CommunicationsQuestion = Parameters<typeof communicationPage>[1];

const BAD_TOKEN = 'InvalidParameterValueException';

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeCases.html */
export const describeCases: CaseOperation<CasesQuestion> = (input, caller) => {
  const { support, account, now, call } = caller;
  const { nextToken, maxResults, dryRun: _, ...question } = input;
  refuseBadTimes(question);
  refuseLanguage(question.language);
  const listed = visibleCases(support, account.id, now)
    .flatMap((one) => asListed(one, question, caller))
    .toSorted((a, b) => b.one.createdAt - a.one.createdAt);
  refuseUnknown(listed, question, caller);
  const shown = listed.filter(({ one }) => isAskedFor(one, question, caller));
  const asked = { ...question, account: account.id, MaxResults: maxResults, NextToken: nextToken };
  const paging = { ...support.habits, badToken: BAD_TOKEN };
  return () => {
    const { page, NextToken } = pageOf(shown, asked, call, paging);
    const cases = page.map(({ one, caseId }) => ({
      ...caseShape(one, caseId),
      ...(question.includeCommunications === false
        ? {}
        : { recentCommunications: recentCommunications(one, caseId) }),
    }));
    return { cases, ...(NextToken ? { nextToken: NextToken } : {}) };
  };
};

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeCommunications.html */
export const describeCommunications: CaseOperation<CommunicationsQuestion> = (input, caller) => {
  refuseBadTimes(input);
  const one = knownCase(input.caseId, caller);
  return () => communicationPage(one, input, caller.support.habits);
};

/** The case of an account by any of its ids, as readers see it now. */
function knownCase(caseId: string | undefined, { support, account, now }: CaseCaller): WorldCase {
  const found = visibleCases(support, account.id, now).find(({ caseIds }) => caseIds.includes(caseId ?? ''));
  if (!found) throw caseIdNotFound();
  return found;
}

type Listed = { one: WorldCase; caseId: string };

/** A case goes by the id that was asked for, else by its first. */
function asListed(one: WorldCase, { caseIdList }: CasesQuestion, { support }: CaseCaller): Listed[] {
  const [first = ''] = one.caseIds;
  const ids = support.habits.aliasesListed ? one.caseIds : [first];
  const asked = caseIdList ? one.caseIds.filter((id) => caseIdList.includes(id)) : ids;
  return asked.map((caseId) => ({ one, caseId }));
}

/** One id that is not known fails the request. */
function refuseUnknown(listed: Listed[], question: CasesQuestion, { support }: CaseCaller): void {
  const { caseIdList = [], displayId } = question;
  if (caseIdList.some((id) => !listed.some(({ caseId }) => caseId === id))) throw caseIdNotFound();
  const isUnknown = displayId !== undefined && !listed.some(({ one }) => one.displayId === displayId);
  if (isUnknown && support.habits.unknownDisplayId === 'refused') throw caseIdNotFound();
}

function isAskedFor(one: WorldCase, question: CasesQuestion, { support }: CaseCaller): boolean {
  const { displayId, language, includeResolvedCases = false } = question;
  const { habits } = support;
  if (displayId !== undefined && one.displayId !== displayId) return false;
  if (language !== undefined && one.language !== language) return false;
  const showsResolved = includeResolvedCases || (displayId !== undefined && habits.displayIdFindsResolved);
  if (statusOf(one) === 'resolved' && !showsResolved) return false;
  const moments = habits.timesAreOf === 'cases' ? [{ at: one.createdAt }] : one.communications;
  return moments.some(isWithin(question));
}

function refuseBadTimes({ afterTime, beforeTime }: Pick<CasesQuestion, 'afterTime' | 'beforeTime'>): void {
  for (const time of [afterTime, beforeTime])
    if (time !== undefined && Number.isNaN(Date.parse(time))) throw invalid('A time is not in ISO 8601');
}

const caseIdNotFound = () => new AwsError('CaseIdNotFound', 'The requested caseId could not be located.');
const invalid = (message: string) => new AwsError('InvalidParameterValueException', message);
