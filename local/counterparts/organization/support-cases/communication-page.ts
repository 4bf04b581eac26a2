import { openToken, sealToken } from '../paging.ts';
import type { SupportHabits, WorldCase } from '../world-cases.ts';
import { communicationShape } from './case-view.ts';

const RECENT = 5;
const BAD_TOKEN = 'InvalidParameterValueException';

type Question = {
  caseId: string;
  nextToken?: string;
  maxResults?: number;
  afterTime?: string;
  beforeTime?: string;
};
/** How many messages, from the oldest on, are still to be shown: what comes meanwhile moves no page. */
type Place = { left: number; isFull: boolean };

/** The newest five messages of a case, with the token that leads to the others. */
export function recentCommunications(one: WorldCase, caseId: string) {
  const { communications, displayId, account } = one;
  const left = Math.max(0, communications.length - RECENT);
  return {
    communications: communications
      .slice(left)
      .toReversed()
      .map((each) => communicationShape(each, caseId)),
    ...(left > 0 ? { nextToken: sealToken({ left, isFull: false }, listOf({ account, displayId })) } : {}),
  };
}

/** A page of a case's messages, newest first. */
export function communicationPage(one: WorldCase, question: Question, habits: SupportHabits) {
  const { caseId, nextToken, maxResults = 100, afterTime, beforeTime } = question;
  const list = listOf({ account: one.account, displayId: one.displayId, afterTime, beforeTime });
  const asked = one.communications.filter(isWithin(question));
  const { left, isFull } = nextToken
    ? openToken<Place>(nextToken, list, BAD_TOKEN)
    : { left: asked.length, isFull: false };
  if (habits.emptyPages && !isFull)
    return { communications: [], nextToken: sealToken({ left, isFull: true }, list) };
  const next = Math.max(0, left - Math.min(maxResults, habits.pageSize));
  return {
    communications: asked
      .slice(next, left)
      .toReversed()
      .map((each) => communicationShape(each, caseId)),
    ...(next > 0 ? { nextToken: sealToken({ left: next, isFull: false }, list) } : {}),
  };
}

/** Whether something happened in the span of a question. */
export function isWithin({ afterTime, beforeTime }: Pick<Question, 'afterTime' | 'beforeTime'>) {
  const after = afterTime ? Date.parse(afterTime) : -Infinity;
  const before = beforeTime ? Date.parse(beforeTime) : Infinity;
  return ({ at }: { at: number }) => at >= after && at <= before;
}

function listOf(list: Record<string, string | undefined>): string {
  return JSON.stringify(['communications', list]);
}
