import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCaseId,
  answerCase,
  openCase,
  reopenCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { disorderEvents } from '#local/counterparts/organization/disorder-events.ts';
import { byOtherCaseId, withOddId } from '#local/counterparts/organization/support-case-events.ts';
import { statusOf } from '#local/counterparts/organization/world-cases.ts';
import { MEMBER } from './served-world.ts';

const AT = Date.parse('2026-11-23T10:00:00.400Z');
const DAY_MS = 86_400_000;

const aCase = () => openCase({ cases: [] }, { account: MEMBER, subject: 'It fails', body: 'Why?' }, AT);

/** A case from its creation to its end, and the events of that. */
function aWholeCase() {
  const { opened, event } = aCase();
  const events = [
    event,
    answerCase(opened, { body: 'Which?' }, AT + 1000),
    replyToCase(opened, { body: 'This.' }, AT + 2000),
    resolveCase(opened, AT + 2400),
    ...reopenCase(opened, { body: 'Again.' }, AT + 5000),
  ];
  return { opened, events };
}

describe('An event', () => {
  test('says that something happened; only of messages does it say which, and whose', () => {
    const { opened, events } = aWholeCase();
    expect(events.map(({ detail }) => [detail['event-name'], detail['origin']])).toEqual([
      ['CreateCase', ''],
      ['AddCommunicationToCase', 'AWS'],
      ['AddCommunicationToCase', 'CUSTOMER'],
      ['ResolveCase', ''],
      ['ReopenCase', ''],
      ['AddCommunicationToCase', 'CUSTOMER'],
    ]);
    expect(events.map(({ detail }) => detail['communication-id'])).toEqual([
      '',
      opened.communications[1]?.id,
      opened.communications[2]?.id,
      '',
      '',
      opened.communications[3]?.id,
    ]);
    expect(JSON.stringify(events)).not.toContain('It fails');
  });

  test('is of the account and of us-east-1, in whole seconds: two may be equal', () => {
    const { events } = aWholeCase();
    expect(events[0]).toMatchObject({
      source: 'aws.support',
      'detail-type': 'Support Case Update',
      account: MEMBER,
      region: 'us-east-1',
      time: '2026-11-23T10:00:00Z',
      resources: [],
    });
    expect(events[3]?.time).toBe(events[2]?.time);
  });

  test('may name the case by another id, and have an id that is no UUID', () => {
    const { opened, event } = aCase();
    addCaseId(opened);
    const other = byOtherCaseId(event, opened);
    expect(other.detail['display-id']).toBe(event.detail['display-id']);
    expect(new Set([event.detail['case-id'], other.detail['case-id']])).toEqual(new Set(opened.caseIds));
    expect(withOddId(event).id).toMatch(/^[0-9a-f]{8}7-/);
  });
});

test.each([
  [14, 'reopened'],
  [15, undefined],
])('A case that was resolved %i days ago is reopened, or is not: %s', (days, status) => {
  const { opened } = aCase();
  resolveCase(opened, AT);
  const reopen = () => reopenCase(opened, { body: 'Again' }, AT + days * DAY_MS);
  if (status === undefined) expect(reopen).toThrow('14 days');
  else reopen();
  expect(statusOf(opened)).toBe(status ?? 'resolved');
});

describe('Disorder', () => {
  const { events } = aWholeCase();
  const disorder = fc.record({
    dropped: fc.integer({ min: 0, max: 100 }),
    repeated: fc.integer({ min: 0, max: 100 }),
    late: fc.nat({ max: 5 }),
  });

  test('brings events as they are, each twice at most, and the same ones for the same seed', () => {
    fc.assert(
      fc.property(disorder, fc.integer(), (how, seed) => {
        const heard = disorderEvents(events, how, seed);
        expect(disorderEvents(events, how, seed)).toEqual(heard);
        for (const event of heard) {
          expect(events).toContain(event);
          expect(heard.filter((one) => one === event).length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  test.each([
    [{ dropped: 0, repeated: 0, late: 0 }, 6],
    [{ dropped: 100, repeated: 0, late: 0 }, 0],
    [{ dropped: 0, repeated: 100, late: 0 }, 12],
  ])('drops and repeats as many as it is told: %j', (how, count) => {
    expect(disorderEvents(events, how, 7)).toHaveLength(count);
  });

  test('keeps the order where nothing is late, and else loses it', () => {
    const heard = (late: number) =>
      [1, 2, 3, 4, 5].map((seed) => disorderEvents(events, { dropped: 0, repeated: 0, late }, seed));
    expect(heard(0)).toEqual(Array.from({ length: 5 }, () => events));
    expect(heard(1).some((order) => order.some((event, index) => event !== events[index]))).toBe(true);
  });
});
