import { describe, expect, test } from 'vitest';
import { remindersOf, timesOf } from '#lambdas/health-alerts/event-times.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const DAY_MS = 86_400_000;
const at = (text: string) => Date.parse(text);
const times = (detail: Record<string, unknown>, envelope?: Record<string, unknown>) =>
  timesOf(aReadEvent(detail, envelope), 14);

describe('an event is closed', () => {
  test.each([
    ['its status is closed', { statusCode: 'closed' }, true],
    ['its status is CLOSED', { statusCode: 'CLOSED' }, true],
    [
      'it is an issue that has ended, though its status is open',
      { endTime: 'Tue, 10 Mar 2026 07:59:00 GMT' },
      true,
    ],
    ['it is an issue that will end', { endTime: 'Tue, 10 Mar 2026 18:00:00 GMT' }, false],
    ['its end is empty (aws-health-aware#41)', { endTime: '' }, false],
    ['its end is absent (aws-health-aware#41)', {}, false],
    [
      'it is a scheduled change whose end is past',
      { eventTypeCategory: 'scheduledChange', endTime: 'Mon, 9 Mar 2026 08:00:00 GMT' },
      false,
    ],
    ['its status is one that AWS has yet to invent', { statusCode: 'paused' }, false],
  ])('where %s: %j → %s', (_reason, detail, closed) => {
    expect(times(detail).closed).toBe(closed);
  });

  test('where its end lies before its last update, though the message was sent before', () => {
    const detail = {
      lastUpdatedTime: 'Wed, 11 Mar 2026 02:00:00 GMT',
      endTime: 'Tue, 10 Mar 2026 10:00:00 GMT',
    };
    expect(times(detail).closed).toBe(true);
  });
});

describe('an event that nobody closes counts as over', () => {
  test('at its announced end', () => {
    const { resolvesAt } = times({ endTime: 'Fri, 13 Mar 2026 18:00:00 GMT' });
    expect(resolvesAt).toBe(at('2026-03-13T18:00:00Z'));
  });

  test.each([undefined, '', 'unknown'])(
    'quietly, so many days after the last news, where its end is %j',
    (endTime) => {
      expect(times({ endTime }).resolvesAt).toBe(at('2026-03-10T08:05:00Z') + 14 * DAY_MS);
    },
  );

  test('so many days after a start that is still to come', () => {
    const { resolvesAt } = times({ startTime: 'Thu, 1 Oct 2026 00:00:00 GMT' });
    expect(resolvesAt).toBe(at('2026-10-15T00:00:00Z'));
  });

  test('never again, once it is closed', () => {
    expect(times({ statusCode: 'closed' }).resolvesAt).toBeUndefined();
  });
});

test('the last update and the moment of sending stay apart, since one can lie hours after the other', () => {
  const { sent, updated } = times({ lastUpdatedTime: 'Tue, 10 Mar 2026 20:00:00 GMT' });
  expect([sent, updated]).toEqual([at('2026-03-10T08:05:00Z'), at('2026-03-10T20:00:00Z')]);
  expect(times({ lastUpdatedTime: undefined }).updated).toBeUndefined();
});

describe('remindersOf', () => {
  const lifecycle = {
    eventTypeCode: 'AWS_LAMBDA_PLANNED_LIFECYCLE_EVENT',
    eventTypeCategory: 'scheduledChange',
    startTime: 'Thu, 1 Oct 2026 00:00:00 GMT',
  };
  const reminders = (detail: Record<string, unknown>) => {
    const event = aReadEvent(detail);
    return remindersOf(event, timesOf(event, 14), [7, 90]).map((time) => new Date(time).toISOString());
  };

  test('are so many days before the date of a planned lifecycle event, in order', () => {
    expect(reminders(lifecycle)).toEqual(['2026-07-03T00:00:00.000Z', '2026-09-24T00:00:00.000Z']);
  });

  test.each([
    ['an event that is no deadline', { ...lifecycle, eventTypeCode: 'AWS_LAMBDA_API_ISSUE' }],
    ['an event without a date', { ...lifecycle, startTime: undefined }],
    ['a closed event', { ...lifecycle, statusCode: 'closed' }],
  ])('are none for %s', (_name, detail) => {
    expect(reminders(detail)).toEqual([]);
  });
});
