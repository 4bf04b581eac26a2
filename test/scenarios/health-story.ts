import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Clock } from '#local/clock.ts';
import { aHealthEvent } from '#test/health-alerts/a-health-event.ts';

type Fields = Record<string, unknown>;
type Chapter = { minutes: number; status?: string; text: string; detail?: Fields; envelope?: Fields };

/** One version of an event that began with the story; `minutes` after its beginning by the cloud's clock. */
export function chapterOf(clock: Clock, event: string, chapter: Chapter): BusEvent {
  const beginning = Math.floor(clock.now() / 60_000) * 60_000;
  const time = new Date(beginning + chapter.minutes * 60_000);
  const detail = {
    eventArn: `arn:aws:health:eu-central-1::event/EC2/AWS_EC2_API_ISSUE/AWS_EC2_API_ISSUE_${event}`,
    communicationId: `${event}-${chapter.minutes}-1`,
    startTime: new Date(beginning - 600_000).toUTCString(),
    lastUpdatedTime: time.toUTCString(),
    statusCode: chapter.status ?? 'open',
    eventDescription: [{ language: 'en_US', latestDescription: chapter.text }],
    ...chapter.detail,
  };
  return aHealthEvent(detail, {
    id: `${event}-${chapter.minutes}`,
    time: time.toISOString(),
    ...chapter.envelope,
  }) as unknown as BusEvent;
}

/** An issue that opens, is updated and closes. */
export function issueStory(clock: Clock, event: string): BusEvent[] {
  return [
    chapterOf(clock, event, { minutes: 0, text: 'Calls to EC2 fail more often than usual.' }),
    chapterOf(clock, event, { minutes: 1, text: 'We found the cause and are mending it.' }),
    chapterOf(clock, event, { minutes: 2, status: 'closed', text: 'EC2 works as usual again.' }),
  ];
}
