import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Observation } from '#lambdas/contracts/observation.ts';
import { toObservation } from '#lambdas/health-alerts/to-observation.ts';
import { aHealthEvent, aReadEvent, asRead } from '#test/health-alerts/a-health-event.ts';
import { ODD_EVENTS, PUT_EVENTS_ENTRY } from '#test/health-alerts/odd-events.ts';

const SETTINGS = { reminderDays: [90, 7], quietAfterDays: 14 };
const ACCOUNT = { id: '111122223333', tags: {} };

test.each(Object.entries(ODD_EVENTS))(
  'an event is read with all that is odd about it: %s',
  (_name, event) => {
    const observation = toObservation(asRead(event), ACCOUNT, SETTINGS);
    expect(Observation.parse(observation)).toEqual(observation);
  },
);

test('a field of another type than expected is dropped, and the others stay', () => {
  const { detail } = aReadEvent({ service: 7, eventTypeCode: ['x'], statusCode: null, startTime: { at: 1 } });
  expect(detail).toMatchObject({ eventRegion: 'eu-central-1', eventTypeCategory: 'issue' });
  const dropped = [detail.service, detail.eventTypeCode, detail.statusCode, detail.startTime];
  expect(dropped).toEqual([undefined, undefined, undefined, undefined]);
});

test('an entry of a list that cannot be read is dropped, and the others stay', () => {
  const { detail } = aReadEvent({
    affectedEntities: [
      null,
      'i-1',
      { entityValue: 5 },
      { entityValue: '' },
      { entityValue: 'i-2', status: 9 },
    ],
    eventDescription: ['text', { language: 'en_US' }, { latestDescription: 'Kept.' }],
    personas: ['SECURITY', 5, null],
  });
  expect(detail.affectedEntities.map(({ entityValue }) => entityValue)).toEqual(['i-2']);
  expect(detail.eventDescription).toEqual([{ latestDescription: 'Kept.' }]);
  expect(detail.personas).toEqual(['SECURITY']);
});

test('a list that is none is an empty one', () => {
  const odd = { affectedEntities: {}, eventDescription: { latestDescription: 'x' }, personas: 'SECURITY' };
  expect(aReadEvent(odd).detail).toMatchObject({
    affectedEntities: [],
    eventDescription: [],
    personas: [],
  });
});

test('pages may be texts or numbers', () => {
  expect(aReadEvent({ page: '2', totalPages: 10 }).detail).toMatchObject({ page: 2, totalPages: 10 });
});

test('an account that is no account id is dropped', () => {
  expect(aReadEvent({ affectedAccount: 'all' }).detail.affectedAccount).toBeUndefined();
});

test('a link of an entity that is not https is dropped', () => {
  const [entity] = aReadEvent({ affectedEntities: [{ entityValue: 'i', entityUrl: 'javascript:x' }] }).detail
    .affectedEntities;
  expect(entity?.entityUrl).toBeUndefined();
});

describe('an event is unreadable', () => {
  const unreadable = (event: unknown) => {
    try {
      return asRead(event);
    } catch (error) {
      return error;
    }
  };

  test.each([null, 'a text', 5, ['list'], undefined])('where detail is %j', (detail) => {
    expect(unreadable(aHealthEvent({}, { detail }))).toMatchObject({
      name: 'PermanentError',
      fields: { fields: ['detail'] },
    });
  });

  test('where it is an entry of PutEvents, and the error names what is missing', () => {
    expect(unreadable(PUT_EVENTS_ENTRY)).toMatchObject({
      name: 'PermanentError',
      fields: { fields: ['account', 'region', 'time', 'detail'] },
    });
  });

  test('where its time is none', () => {
    expect(unreadable(aHealthEvent({}, { time: '2026-03-10T08:05 <<fill in>>' }))).toMatchObject({
      fields: { fields: ['time'] },
    });
  });
});

test('any object as detail gives a valid observation', () => {
  const known = Object.keys(aHealthEvent().detail as object);
  const names = [...known, 'endTime', 'personas', 'actionability', 'somethingNew'];
  const entity = fc.record(
    { entityValue: fc.oneof(fc.string(), fc.jsonValue()), status: fc.jsonValue(), tags: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
    fc.array(entity, { maxLength: 3 }),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.constantFrom('', '\ud800', 'arn:aws:ec2:\ud800', '+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z'),
    fc.constantFrom('AWS_X_PLANNED_LIFECYCLE_EVENT', 'PUBLIC', 'issue', 'closed', 'ABUSE'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (detail) => {
      const observation = toObservation(asRead(aHealthEvent({}, { detail })), ACCOUNT, SETTINGS);
      expect(Observation.parse(observation)).toEqual(observation);
    }),
    { numRuns: 500 },
  );
});
