import { randomUUID } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { WorldCase } from './world-cases.ts';

export type CaseEventName = 'CreateCase' | 'AddCommunicationToCase' | 'ResolveCase' | 'ReopenCase';

/** Of events about messages only: the others have empty texts there. */
type Message = { id: string; origin: 'AWS' | 'CUSTOMER' };

/** Where the partition's AWS Support is, wherever its cases are about. */
const REGION = 'us-east-1';

/** What AWS Support sends when a case changes. Its time is a whole second: two of them may be equal. */
export function caseEvent(
  { account, caseIds: [caseId = ''], displayId }: WorldCase,
  name: CaseEventName,
  at: number,
  message?: Message,
): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Support Case Update',
    source: 'aws.support',
    account,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region: REGION,
    resources: [],
    detail: {
      'case-id': caseId,
      'display-id': displayId,
      'communication-id': message?.id ?? '',
      'event-name': name,
      origin: message?.origin ?? '',
    },
  };
}

/** The same event by another id of its case: AWS uses several. */
export function byOtherCaseId(event: BusEvent, { caseIds }: WorldCase): BusEvent {
  const other = caseIds.find((id) => id !== event.detail['case-id']) ?? event.detail['case-id'];
  return { ...event, detail: { ...event.detail, 'case-id': other } };
}

/** The same event with an id that is no UUID, as AWS's documentation shows one: its first part is too long. */
export function withOddId(event: BusEvent): BusEvent {
  return { ...event, id: event.id.replace('-', '7-') };
}
