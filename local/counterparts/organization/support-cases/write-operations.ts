import { AwsError } from '#local/proxy/aws-call.ts';
import { isReopenable, openCase, reopenCase, replyToCase, resolveCase } from '../change-cases.ts';
import { statusOf, type WorldAttachment, type WorldCase } from '../world-cases.ts';
import { openSet } from './attachment-operations.ts';
import type { CaseCaller, CaseOperation } from './case-caller.ts';
import { refuseLanguage, refuseTopic } from './option-operations.ts';
import { finishedUpload } from './upload-operations.ts';

const HOUR_MS = 60 * 60_000;
const MOST_PER_HOUR = 10;

type Files = { attachmentSetId?: string; uploadIds?: string[] };
type Creation = Files & {
  subject: string;
  communicationBody: string;
  serviceCode?: string;
  severityCode?: string;
  categoryCode?: string;
  ccEmailAddresses?: string[];
  language?: string;
  issueType?: 'technical' | 'customer-service';
};

/** Nothing makes it safe to repeat: a second call opens a second case. */
export const createCase: CaseOperation<Creation> = (input, caller) => {
  const { account, support, severities, now } = caller;
  const { serviceCode = 'general-info', categoryCode = 'using-aws', issueType = 'technical' } = input;
  const { severityCode = 'low', language = 'en' } = input;
  refuseTopic({ serviceCode, categoryCode, issueType });
  refuseLanguage(language);
  if (!(severityCode in severities))
    throw new AwsError('InvalidParameterValueException', `Invalid severity code: ${severityCode}`);
  const recent = support.cases.filter(
    (one) => one.account === account.id && one.createdAt > now - HOUR_MS && one.createdAt <= now,
  );
  if (recent.length >= MOST_PER_HOUR)
    throw new AwsError('CaseCreationLimitExceeded', 'The case creation limit for the account is exceeded.');
  const attachments = filesOf(input, caller);
  return () => {
    const words = { serviceCode, categoryCode, issueType, severityCode, language };
    const { subject, communicationBody: body, ccEmailAddresses: cc = [] } = input;
    const by = { account: account.id, submittedBy: account.email, author: caller.submittedBy };
    const plan = { ...words, ...by, subject, cc, body, attachments };
    const { opened, event } = openCase(support, plan, now);
    caller.announce(event);
    return { caseId: opened.caseIds[0] };
  };
};

type Addition = Files & { caseId?: string; communicationBody: string; ccEmailAddresses?: string[] };

export const addCommunicationToCase: CaseOperation<Addition> = (input, caller) => {
  const { support, now, submittedBy } = caller;
  const one = ownCase(input.caseId, caller);
  const attachments = filesOf(input, caller);
  return () => {
    one.cc = [...new Set([...one.cc, ...(input.ccEmailAddresses ?? [])])];
    const message = { body: input.communicationBody, submittedBy, attachments };
    const reopens = support.habits.repliesReopen && isReopenable(one, now);
    const events = reopens ? reopenCase(one, message, now) : [replyToCase(one, message, now)];
    for (const event of events) caller.announce(event);
    return { result: true };
  };
};

export const resolveCaseOperation: CaseOperation<{ caseId?: string }> = ({ caseId }, caller) => {
  const one = ownCase(caseId, caller);
  return () => {
    const initialCaseStatus = statusOf(one);
    if (initialCaseStatus !== 'resolved') caller.announce(resolveCase(one, caller.now));
    return { initialCaseStatus, finalCaseStatus: statusOf(one) };
  };
};

/** Those who write see their own case at once, whatever readers see. */
function ownCase(caseId: string | undefined, { support, account }: CaseCaller): WorldCase {
  const found = support.cases.find((one) => one.account === account.id && one.caseIds.includes(caseId ?? ''));
  if (!found) throw new AwsError('CaseIdNotFound', 'The requested caseId could not be located.');
  return found;
}

function filesOf({ attachmentSetId, uploadIds = [] }: Files, caller: CaseCaller): WorldAttachment[] {
  return [
    ...(attachmentSetId === undefined ? [] : openSet(attachmentSetId, caller).attachments),
    ...uploadIds.map((id) => finishedUpload(id, caller)),
  ];
}
