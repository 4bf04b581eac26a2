import { describe, expect, test } from 'vitest';
import { eventUrlOf } from '#lambdas/health-alerts/console-url.ts';
import { toObservation } from '#lambdas/health-alerts/to-observation.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

type Fields = Record<string, unknown>;

const SETTINGS = { reminderDays: [30, 7], quietAfterDays: 14 };
const ACCOUNT = { id: '111122223333', name: 'payments-prod', owner: 'payments', tags: {} };
/** Should the key of an event ever change, every open alert is told anew. */
const KEY = 'health/0eBb-57FchoOs9J65xDCQ8';
const observe = (detail?: Fields, envelope?: Fields) =>
  toObservation(aReadEvent(detail, envelope), ACCOUNT, SETTINGS);

test('an issue of an account is told with where, whose, since when and what', () => {
  expect(observe()).toEqual({
    kind: 'observation',
    key: KEY,
    scope: KEY,
    source: 'health',
    part: {
      id: '111122223333',
      account: '111122223333',
      accountName: 'payments-prod',
      region: 'eu-central-1',
      resources: [
        {
          id: 'i-0aa11bb22cc33dd44',
          status: 'IMPAIRED',
          url: 'https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#InstanceDetails:instanceId=i-0aa11bb22cc33dd44',
        },
      ],
      status: 'open',
      orderedBy: [
        ['lastUpdatedTime', Date.parse('2026-03-10T08:00:00Z')],
        ['time', Date.parse('2026-03-10T08:05:00Z')],
      ],
      page: { number: 1, total: 1, update: 'reeve0a1b2c3d4' },
    },
    severity: 'error',
    title: 'EC2: api issue',
    summary: 'Calls to EC2 fail more often than usual.',
    facts: [],
    links: [{ label: 'Open in AWS Health', url: eventUrlOf(aReadEvent(), false) }],
    labels: {
      service: ['EC2'],
      typeCode: ['AWS_EC2_API_ISSUE'],
      category: ['issue'],
      scope: ['ACCOUNT_SPECIFIC'],
    },
    owner: 'payments',
    startsAt: '2026-03-10T07:50:00.000Z',
    remindAt: [],
    resolvesAt: '2026-03-24T08:05:00.000Z',
    related: [],
    actions: [],
  });
});

test('an empty detail gives a generic alert (aws-health-tools#21)', () => {
  expect(observe({}, { detail: {} })).toMatchObject({
    title: 'AWS Health: event without a type',
    severity: 'warning',
    summary: '',
    part: { status: 'open', resources: [], region: 'eu-central-1', page: { number: 1, total: 1 } },
  });
});

test.each(['investigation', 'celebration', ''])(
  'category %j gives an alert like any other',
  (eventTypeCategory) => {
    expect(observe({ eventTypeCategory })).toMatchObject({ title: 'EC2: api issue', severity: 'warning' });
  },
);

describe('the Region', () => {
  test('is the one that is hit, not the one that told us', () => {
    const { part } = observe({ eventRegion: 'ap-southeast-2' }, { region: 'us-west-2' });
    expect(part.region).toBe('ap-southeast-2');
  });

  test.each([undefined, ''])('is the one that told us on old events, which say %j', (eventRegion) => {
    expect(observe({ eventRegion }, { region: 'us-east-1' }).part.region).toBe('us-east-1');
  });
});

test.each(['true', 'false', undefined, true, false])(
  'backupEvent %j says the same as any other copy',
  (backupEvent) => {
    expect(observe({ backupEvent }, { region: 'us-west-2', id: 'of-its-own' })).toEqual(observe());
  },
);

test('reordered entities are no change', () => {
  const entities = [
    { entityValue: 'b', tags: { x: '1' } },
    { entityValue: 'a', tags: { y: '2' } },
  ];
  const reordered = observe({ affectedEntities: entities.toReversed() });
  expect(JSON.stringify(reordered)).toBe(JSON.stringify(observe({ affectedEntities: entities })));
});

test('two events with one id are two alerts', () => {
  const other = observe({ eventArn: 'arn:aws:health:eu-central-1::event/EC2/OTHER/OTHER_REEVE_9' });
  expect(other.key).not.toBe(observe().key);
});

test('a second account hit by one event is a second part of one alert', () => {
  const second = { id: '444455556666', tags: {} };
  const event = aReadEvent({ affectedAccount: '444455556666' });
  const observation = toObservation(event, second, SETTINGS);
  expect(observation.key).toBe(observe().key);
  expect(observation.part).toMatchObject({ id: '444455556666', account: '444455556666' });
});

test('a public event names no account, and is not told as one of all accounts', () => {
  const observation = toObservation(aReadEvent({ eventScopeCode: 'PUBLIC' }), undefined, SETTINGS);
  expect(observation.part.id).toBe('public');
  expect(observation.part).not.toHaveProperty('account');
});

describe('pages', () => {
  test.each([
    [
      { page: '7', totalPages: '10' },
      { number: 7, total: 10 },
    ],
    [
      { page: 7, totalPages: 10 },
      { number: 7, total: 10 },
    ],
    [
      { page: undefined, totalPages: undefined },
      { number: 1, total: 1 },
    ],
    [
      { page: '3', totalPages: undefined },
      { number: 3, total: 3 },
    ],
    [
      { page: 'x', totalPages: '-4' },
      { number: 1, total: 1 },
    ],
  ])('%j are %j: none hides another', (detail, page) => {
    expect(observe(detail).part.page).toMatchObject(page);
  });
});

describe('a closed event', () => {
  const closed = observe({ statusCode: 'closed', eventTypeCode: 'AWS_EBS_VOLUME_LOST' });

  test('resolves its part, asks for nothing more and needs no end of its own', () => {
    expect(closed).toMatchObject({ severity: 'info', facts: [], part: { status: 'resolved' } });
    expect(closed).not.toHaveProperty('resolvesAt');
  });
});

describe('a planned lifecycle event', () => {
  const lifecycle = observe({
    eventTypeCode: 'AWS_LAMBDA_PLANNED_LIFECYCLE_EVENT',
    eventTypeCategory: 'scheduledChange',
    startTime: 'Thu, 1 Oct 2026 00:00:00 GMT',
  });

  test('has a deadline and reminders before it', () => {
    expect(lifecycle).toMatchObject({
      deadline: '2026-10-01T00:00:00.000Z',
      remindAt: ['2026-09-01T00:00:00.000Z', '2026-09-24T00:00:00.000Z'],
      facts: [{ label: 'What to do', value: 'Move every pending resource before the date.' }],
    });
  });
});
