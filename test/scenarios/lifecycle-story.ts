import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Clock } from '#local/clock.ts';
import { chapterOf } from '#test/scenarios/health-story.ts';

const DAY_MS = 86_400_000;

type Page = {
  account: string;
  number: number;
  total: number;
  minutes: number;
  status: 'PENDING' | 'RESOLVED';
  inDays: number;
};

/** One page of a planned lifecycle event, three functions on each. */
export function lifecyclePage(clock: Clock, event: string, page: Page): BusEvent {
  const { account, number, total, minutes, status, inDays } = page;
  return chapterOf(clock, event, {
    minutes,
    text: 'The runtime of these functions ends.',
    status: status === 'PENDING' ? 'upcoming' : 'closed',
    detail: {
      eventArn: `arn:aws:health:eu-central-1::event/LAMBDA/PLANNED/${event}`,
      service: 'LAMBDA',
      eventTypeCode: 'AWS_LAMBDA_PLANNED_LIFECYCLE_EVENT',
      eventTypeCategory: 'scheduledChange',
      startTime: new Date(clock.now() + inDays * DAY_MS).toUTCString(),
      communicationId: `${event}-${account}-${status}-${number}`,
      affectedAccount: account,
      page: String(number),
      totalPages: String(total),
      affectedEntities: [1, 2, 3].map((at) => ({ entityValue: `function-${number}-${at}`, status })),
    },
    envelope: { account, id: `${event}-${account}-${number}-${status}` },
  });
}
