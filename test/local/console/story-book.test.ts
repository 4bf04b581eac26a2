import { describe, expect, it } from 'vitest';
import { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';
import { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { RefreshEvent } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import { StoryBook } from '#local/console/story-book.ts';
import { stories } from '#local/replay-events/stories.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

const told = (book: StoryBook, id: string) =>
  (stories.find((story) => story.id === id)?.steps ?? []).map(() => book.next(id));
const arnsOf = (events: ReturnType<typeof told>) => new Set(events.map((event) => event?.detail['eventArn']));

/** What the functions read of the events of each source. */
const SCHEMAS: Record<string, { safeParse: (event: unknown) => { success: boolean } }> = {
  'aws.health': HealthEvent,
  'aws.ce': AnomalyEvent,
  'aws.ecs': EcsEvent,
  'aws.trustedadvisor': RefreshEvent,
};

describe('a story', () => {
  it.each(stories.map(({ id }) => [id]))('%s tells readable events with ids of their own', (id) => {
    const events = told(new StoryBook(stories, { now: () => NOW }), id);
    expect(new Set(events.map((event) => event?.id)).size).toBe(events.length);
    for (const event of events) {
      const schema = SCHEMAS[event?.source ?? ''];
      expect(schema?.safeParse(event).success).toBe(id !== 'unreadable-event');
    }
  });

  it('speaks of one Health event in one telling and of another in the next', () => {
    const book = new StoryBook(stories, { now: () => NOW });
    const first = arnsOf(told(book, 'ec2-issue'));
    book.restart('ec2-issue');
    const second = arnsOf(told(book, 'ec2-issue'));
    expect([first.size, second.size]).toEqual([1, 1]);
    expect([...first]).not.toEqual([...second]);
  });

  it('keeps its steps a second apart, however fast it is told', () => {
    const events = told(new StoryBook(stories, { now: () => NOW }), 'ec2-issue');
    expect(events.map((event) => event?.time)).toEqual([
      '2026-11-22T12:00:01Z',
      '2026-11-22T12:00:02Z',
      '2026-11-22T12:00:03Z',
    ]);
  });

  it('shows its next event without telling it, and nothing after the last', () => {
    const book = new StoryBook(stories, { now: () => NOW });
    expect(book.peek('abuse-report')).toMatchObject({ 'detail-type': 'AWS Health Abuse Event' });
    expect(book.next('abuse-report')).toBeDefined();
    expect([book.peek('abuse-report'), book.next('abuse-report')]).toEqual([undefined, undefined]);
  });

  it('of three pages brings them in another order each time', () => {
    const book = new StoryBook(stories, { now: () => NOW });
    const pages = () =>
      told(book, 'planned-lifecycle')
        .slice(0, 3)
        .map((event) => event?.detail['page']);
    const first = pages();
    book.restart('planned-lifecycle');
    const second = pages();
    expect(new Set(first)).toEqual(new Set(['1', '2', '3']));
    expect(new Set(second)).toEqual(new Set(['1', '2', '3']));
    expect(second).not.toEqual(first);
  });
});
