import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import type { ReadCase } from '#lambdas/support-cases/read/case-api.ts';
import type { SupportEvent } from '#lambdas/support-cases/support-event.ts';

/** Whether AWS shows already what an event announced. Events have whole seconds, messages fractions of them. */
export function isShown(found: ReadCase | undefined, { time, detail }: SupportEvent): boolean {
  if (!found) return false;
  const at = Date.parse(time);
  const hasNews = found.recent.messages.some((message) => Date.parse(message.at) >= at);
  const state = caseStateOf(found.status);
  switch (detail['event-name']) {
    case 'AddCommunicationToCase':
      return hasNews;
    case 'ResolveCase':
      return state === 'resolved' || hasNews;
    case 'ReopenCase':
      return state !== 'resolved';
    default:
      return true;
  }
}
