import type { BusEvent } from '#local/bus/bus-event.ts';
import { uuidOf } from './stack-id.ts';
import { caseEvent } from './support-case-events.ts';
import {
  statusOf,
  type WorldAttachment,
  type WorldCase,
  type WorldCommunication,
  type WorldSupport,
} from './world-cases.ts';

const AWS_AUTHOR = 'Amazon Web Services';
const REOPEN_DAYS = 14;
const DAY_MS = 86_400_000;
/** What AWS puts in ids of cases, by language. */
const SEGMENTS: Record<string, string> = { en: 'muen', fr: 'mufr' };

export type NewCase = Pick<WorldCase, 'account' | 'subject'> &
  Partial<WorldCase> & {
    body: string;
    attachments?: WorldAttachment[];
    /** Of the first message, as AWS writes it: role and address. */
    author?: string;
  };
export type NewMessage = {
  body: string;
  submittedBy?: string | undefined;
  attachments?: WorldAttachment[] | undefined;
};

/** Somebody opens a case, of which AWS sends an event. */
export function openCase(
  { cases }: Pick<WorldSupport, 'cases'>,
  { body, attachments, author, ...words }: NewCase,
  at: number,
): { opened: WorldCase; event: BusEvent } {
  const { account, language = 'en' } = words;
  const segment = SEGMENTS[language] ?? `mu${language}`;
  const year = new Date(at).getUTCFullYear();
  const displayId = words.displayId ?? newDisplayId(at, cases.length);
  const id = uuidOf(`${account}/${displayId}`).replaceAll('-', '').slice(0, 16);
  const opened: WorldCase = {
    displayId,
    caseIds: [`case-${account}-${segment}-${year}-${id}`],
    serviceCode: 'general-info',
    categoryCode: 'using-aws',
    severityCode: 'low',
    issueType: 'technical',
    language,
    submittedBy: `aws+${account}@example.com`,
    cc: [],
    createdAt: at,
    history: [{ at, status: 'unassigned' }],
    communications: [],
    ...words,
  };
  addMessage(opened, { body, submittedBy: author, attachments }, at);
  cases.push(opened);
  return { opened, event: caseEvent(opened, 'CreateCase', at) };
}

/** AWS answers, and waits for the customer. */
export function answerCase(one: WorldCase, message: NewMessage, at: number): BusEvent {
  const { id } = addMessage(one, { submittedBy: AWS_AUTHOR, ...message }, at);
  setStatus(one, 'pending-customer-action', at);
  return caseEvent(one, 'AddCommunicationToCase', at, { id, origin: 'AWS' });
}

/** The customer writes. Where that does not reopen it, a resolved case stays resolved. */
export function replyToCase(one: WorldCase, message: NewMessage, at: number): BusEvent {
  const { id } = addMessage(one, message, at);
  if (statusOf(one) !== 'resolved') setStatus(one, 'customer-action-completed', at);
  return caseEvent(one, 'AddCommunicationToCase', at, { id, origin: 'CUSTOMER' });
}

/** The customer, or AWS after some days without an answer, closes a case. */
export function resolveCase(one: WorldCase, at: number): BusEvent {
  setStatus(one, 'resolved', at);
  return caseEvent(one, 'ResolveCase', at);
}

/** Somebody opens a resolved case again, in the console, and says why; there is no API for it. */
export function reopenCase(one: WorldCase, message: NewMessage, at: number): BusEvent[] {
  if (!isReopenable(one, at)) throw new RangeError('A case is reopened within 14 days, or never');
  setStatus(one, 'reopened', at);
  const { id } = addMessage(one, message, at);
  return [
    caseEvent(one, 'ReopenCase', at),
    caseEvent(one, 'AddCommunicationToCase', at, { id, origin: 'CUSTOMER' }),
  ];
}

export function isReopenable(one: WorldCase, at: number): boolean {
  const resolved = one.history.findLast(({ status }) => status === 'resolved');
  return statusOf(one) === 'resolved' && at - (resolved?.at ?? 0) <= REOPEN_DAYS * DAY_MS;
}

/** A status by itself sends no event: AWS takes a case in hand, or calls its state something new. */
export function setStatus(one: WorldCase, status: string, at: number): void {
  one.history.push({ at, status });
}

/** AWS takes a secret out of a message, and tells nobody. */
export function redactMessage(one: WorldCase, secret: string): void {
  for (const message of one.communications) message.body = message.body.replaceAll(secret, REDACTED);
}
const REDACTED = '[REDACTED_BY_AWS_SUPPORT]';

/** AWS knows a case by one more id from now on, which lists show. */
export function addCaseId(one: WorldCase, segment = 'mufr'): string {
  const [first = ''] = one.caseIds;
  const id = first.replace(/^(case-\d+-)(?:[a-z]+-)?/, `$1${segment}-`);
  one.caseIds.unshift(id);
  return id;
}

export function newAttachment(words: Partial<WorldAttachment> & { fileName: string }): WorldAttachment {
  const bytes = words.data === undefined ? 2048 : Buffer.from(words.data, 'base64').length;
  return { id: `attachment-${uuidOf(`${words.fileName}/${words.data ?? bytes}`)}`, bytes, ...words };
}

function addMessage(one: WorldCase, message: NewMessage, at: number): WorldCommunication {
  const { body, submittedBy = customerOf(one), attachments = [] } = message;
  const id = `ekko:us-east-1:${uuidOf(`${one.displayId}/${one.communications.length}`)}`;
  const added = { id, at, submittedBy, body, attachments };
  one.communications.push(added);
  return added;
}

const customerOf = ({ submittedBy }: WorldCase) => `Developer (Role) <${submittedBy}>`;

/** Fifteen digits: seconds since 1970, then what makes it one of many. */
function newDisplayId(at: number, others: number): string {
  return `${Math.floor(at / 1000)}${String((others * 7919 + 417) % 100_000).padStart(5, '0')}`;
}
