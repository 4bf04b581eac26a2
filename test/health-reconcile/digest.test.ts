import type { Event } from '@aws-sdk/client-health';
import { describe, expect, test } from 'vitest';
import { contentOf } from '#lambdas/alert-desk/words.ts';
import { Observation } from '#lambdas/contracts/observation.ts';
import { mostUrgentFirst } from '#lambdas/health-reconcile/event-urgency.ts';
import { toDigest } from '#lambdas/health-reconcile/to-digest.ts';
import { toNotice } from '#lambdas/health-reconcile/to-notice.ts';
import { NOW } from './a-reconcile.ts';
import { anApiEvent } from './an-api-event.ts';

const retirement = anApiEvent({
  eventTypeCode: 'AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED',
  eventTypeCategory: 'scheduledChange',
  statusCode: 'upcoming',
  startTime: new Date('2026-12-01T06:00:00Z'),
});
const digest = (events: Event[], region = 'eu-central-1') =>
  toDigest({ events, counts: new Map([[retirement, '100+']]), region, now: NOW });

describe('the order of events', () => {
  const ofKind = (eventTypeCategory: string, more: Partial<Event> = {}) =>
    anApiEvent({ eventTypeCategory: eventTypeCategory as 'issue', ...more });
  const own = ofKind('issue');
  const required = ofKind('accountNotification', { actionability: 'ACTION_REQUIRED' });
  const common = ofKind('issue', { eventScopeCode: 'PUBLIC' });
  const investigation = ofKind('investigation');
  const soon = { ...retirement, startTime: new Date('2026-11-24T06:00:00Z') };
  const unknown = ofKind('brandNew');
  const notification = ofKind('accountNotification');
  const informational = ofKind('issue', { eventScopeCode: 'PUBLIC', actionability: 'INFORMATIONAL' });

  test('is by how much people should care, then by how near they are', () => {
    const ordered = [
      own,
      required,
      common,
      investigation,
      soon,
      retirement,
      unknown,
      notification,
      informational,
    ];
    expect(mostUrgentFirst(ordered.toReversed(), NOW)).toEqual(ordered);
  });
});

describe('the digest', () => {
  test('tells of each event what it is, where, when and how many accounts', () => {
    const { title, summary } = digest([anApiEvent(), retirement]);

    expect(title).toBe('AWS Health: 1 open and 1 upcoming events');
    expect(summary.split('\n')).toEqual([
      'What AWS Health knows as Reeve begins to watch. From now on every event is told by itself.',
      '• EC2 api issue, eu-west-1, since 2026-11-21',
      '• EC2 instance retirement scheduled, eu-west-1, from 2026-12-01, 100+ accounts',
    ]);
  });

  test.each([
    [[], 'AWS Health: nothing open, nothing upcoming'],
    [[anApiEvent()], 'AWS Health: 1 open event'],
    [[retirement, retirement], 'AWS Health: 2 upcoming events'],
  ])('is named by what there is', (events, title) => {
    expect(digest(events).title).toBe(title);
  });

  test('says one account of one, and cuts a line at its end', () => {
    const long = anApiEvent({ eventTypeCode: 'A'.repeat(500) });
    const counts = new Map([[retirement, '1']]);
    const told = toDigest({ events: [retirement, long], counts, region: 'eu-central-1', now: NOW });
    const lines = told.summary.split('\n');

    expect(lines[1]).toMatch(/, 1 account$/);
    expect(lines[2]).toMatch(/^• EC2 a{100,}…$/);
  });

  test.each([
    ['open before it has begun', anApiEvent({ startTime: new Date('2026-12-01T06:00:00Z') })],
    ['upcoming without a start', { arn: 'arn', statusCode: 'upcoming' as const }],
    ['upcoming in another spelling', { arn: 'arn', statusCode: 'UPCOMING' as 'upcoming' }],
  ])('counts an event as upcoming that AWS calls %s', (_how, event) => {
    expect(digest([event]).title).toBe('AWS Health: 1 upcoming event');
  });

  test('counts what it does not list, and fits into a head row', () => {
    const long = anApiEvent({ eventTypeCode: 'A'.repeat(500), actionability: 'ACTION_REQUIRED' });
    const events = Array.from({ length: 20 }, () => long);
    const rest = [retirement, retirement, anApiEvent({ eventTypeCategory: 'brandNew' as 'issue' })];
    const observation = digest([...events, ...rest]);

    expect(observation.summary).toMatch(/\nAnd 3 more: 2 scheduled changes, 1 other\.$/);
    expect(contentOf(observation).summary).toBe(observation.summary);
  });

  test('bears what little an event says', () => {
    expect(digest([{ arn: 'arn' }]).summary).toContain('\n• AWS');
  });

  test.each([
    ['eu-central-1', 'https://health.aws.amazon.com/health/home'],
    ['us-gov-east-1', 'https://console.amazonaws-us-gov.com/health/home'],
    ['cn-north-1', 'https://console.amazonaws.cn/health/home'],
    ['eusc-de-east-1', 'https://console.amazonaws-eusc.eu/health/home'],
  ])('of a hub in %s leads to its own console', (region, url) => {
    expect(digest([], region).links[0]?.url).toBe(url);
  });
});

test.each([digest([retirement]), toNotice('222233334444', NOW)])(
  'what is told is an observation that is over as soon as it is told',
  (observation) => {
    expect(Observation.parse(JSON.parse(JSON.stringify(observation)))).toEqual(observation);
    expect(observation.part.status).toBe('resolved');
  },
);
