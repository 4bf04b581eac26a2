import type { AffectedEntity, Event } from '@aws-sdk/client-health';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { healthAlertKey } from '#lambdas/contracts/health-alert-key.ts';
import { alertKeyOf, partIdOf } from '#lambdas/health-alerts/alert-key.ts';
import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { toObservation } from '#lambdas/health-alerts/to-observation.ts';
import { dateOfCopy } from '#lambdas/health-reconcile/part-standing.ts';
import { toHealthMessages } from '#lambdas/health-reconcile/to-health-messages.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const HUB = { account: '222233334444', region: 'eu-central-1' };
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
/** To the millisecond, as the API tells it. */
const moment = fc.date({ min: new Date('2019-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const typeCode = fc.constantFrom('AWS_EC2_API_ISSUE', 'AWS_RDS_PLANNED_LIFECYCLE_EVENT', 'AWS_NEW_THING');
const arn = fc
  .tuple(fc.constantFrom('aws', 'aws-us-gov', 'aws-cn'), typeCode, fc.constantFrom('', '/X_1', '_9'))
  .map(([partition, type, end]) => `arn:${partition}:health:eu-west-1::event/EC2/${type}${end}`);
const account = fc.stringMatching(/^\d{12}$/);
const anyEvent: fc.Arbitrary<Event> = fc.record({
  service: maybe(fc.string()),
  eventTypeCode: maybe(typeCode),
  eventTypeCategory: maybe(fc.string()) as fc.Arbitrary<Event['eventTypeCategory']>,
  region: maybe(fc.constantFrom('eu-west-1', 'global')),
  startTime: maybe(moment),
  endTime: maybe(moment),
  lastUpdatedTime: maybe(moment),
  statusCode: maybe(fc.constantFrom('open', 'closed', 'upcoming')),
  actionability: maybe(fc.constantFrom('ACTION_REQUIRED', 'INFORMATIONAL')),
  personas: maybe(fc.array(fc.constantFrom('SECURITY', 'BILLING'))),
});
const anyEntity: fc.Arbitrary<AffectedEntity> = fc.record({
  entityValue: maybe(fc.string({ unit: 'binary' })),
  statusCode: maybe(fc.constantFrom('PENDING', 'RESOLVED')),
  entityUrl: maybe(fc.webUrl()),
  lastUpdatedTime: maybe(moment),
  tags: maybe(fc.dictionary(fc.string(), fc.string())),
});

test('any event of the API becomes what health-alerts reads, with the key and part of its twin from EventBridge', () => {
  const input = {
    arn,
    event: anyEvent,
    description: fc.string({ unit: 'binary' }),
    entities: fc.array(anyEntity),
    part: fc.oneof(account, fc.constant('public')),
    updatedAt: fc.integer({ min: 1_500_000_000_000, max: 2_000_000_000_000 }),
  };
  fc.assert(
    fc.property(fc.record(input), ({ arn, event, description, entities, part, updatedAt }) => {
      const twin = aReadEvent({
        eventArn: arn,
        eventTypeCode: event.eventTypeCode,
        eventScopeCode: part === 'public' ? 'PUBLIC' : 'ACCOUNT_SPECIFIC',
        affectedAccount: part === 'public' ? undefined : part,
        startTime: event.startTime?.toUTCString(),
      });
      const copy = { arn, part, updatedAt: dateOfCopy(updatedAt, 'behind'), entities, hub: HUB };
      const [message, ...others] = toHealthMessages({ ...copy, described: { event, description } });
      const read = parseBody(HealthEvent, JSON.stringify(message));

      expect(others).toEqual([]);
      expect(alertKeyOf(read)).toBe(alertKeyOf(twin));
      expect(alertKeyOf(read)).toBe(
        healthAlertKey({
          eventArn: arn,
          eventTypeCode: event.eventTypeCode,
          startedAt: event.startTime?.getTime(),
        }),
      );
      expect(partIdOf(read)).toBe(part);
      expect(Date.parse(read.time)).toBe(event.lastUpdatedTime?.getTime() ?? copy.updatedAt);
      const named = entities.flatMap(({ entityValue }) => entityValue || []);
      expect(new Set(read.detail.affectedEntities.map(({ entityValue }) => entityValue))).toEqual(
        new Set(named),
      );
      const settings = { reminderDays: [], quietAfterDays: 14 };
      expect(toObservation(read, undefined, settings).part.orderedBy[0]).toEqual([
        'lastUpdatedTime',
        dateOfCopy(updatedAt, 'behind'),
      ]);
    }),
  );
});

test('no message outgrows its share of a batch, whatever the resources', () => {
  const many = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(many, fc.integer({ max: 50_000, min: 0 }), (lengths, words) => {
      const entities = lengths.map((length, index) => ({ entityValue: `${index}`.padEnd(length, 'ü') }));
      const described = { event: {}, description: 'x'.repeat(words) };
      const copy = { arn: 'arn', part: 'public', updatedAt: 0, entities, hub: HUB, described };
      const messages = toHealthMessages(copy);

      for (const message of messages) {
        expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(104_800);
        expect(message.detail.totalPages).toBe(String(messages.length));
      }
      expect(messages.flatMap(({ detail }) => detail.affectedEntities)).toHaveLength(entities.length);
      const ids = messages.map(({ detail }) => detail.communicationId);
      expect(new Set(ids).size).toBe(messages.length);
      expect(toHealthMessages({ ...copy, entities: entities.toReversed() })).toEqual(messages);
    }),
    { numRuns: 30 },
  );
});

test('beside words that leave no room each page has one resource, and none has nothing', () => {
  const entities = ['i-1', 'i-2', 'i-3'].map((id) => ({ entityValue: id.padEnd(12_000, 'x') }));
  const described = { event: {}, description: 'x'.repeat(120_000) };
  const messages = toHealthMessages({
    arn: 'arn',
    part: 'public',
    updatedAt: 0,
    entities,
    hub: HUB,
    described,
  });

  expect(messages.map(({ detail }) => detail.affectedEntities.length)).toEqual([1, 1, 1]);
});
