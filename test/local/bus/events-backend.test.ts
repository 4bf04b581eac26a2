import { expect, test } from 'vitest';
import type { BusEvent, PutEventsEntry } from '#local/bus/bus-event.ts';
import { createEventBus } from '#local/bus/event-bus.ts';
import { eventsBackend } from '#local/bus/events-backend.ts';
import { anAwsCall } from '#test/local/proxy/an-aws-call.ts';

const busArn = (name: string, region: string) => `arn:aws:events:${region}:111122223333:event-bus/${name}`;
const anEntry: PutEventsEntry = {
  Source: 'post.office',
  DetailType: 'Parcel Moved',
  Detail: '{"parcel":7}',
};

/** Buses on which each event of the region us-east-1 is received, and how to call PutEvents. */
function aBackend() {
  const received: { bus: string; event: BusEvent }[] = [];
  const names = ['default', 'hub'];
  const bus = createEventBus({
    rules: names.map((name) => ({
      logicalId: name,
      name,
      arn: `arn:aws:events:us-east-1:111122223333:rule/${name}`,
      busArn: busArn(name, 'us-east-1'),
      enabled: true,
      pattern: { version: ['0'] },
      targets: [{ id: 'all', arn: 'arn:aws:sqs:us-east-1:111122223333:all' }],
    })),
    clock: { now: () => Date.parse('2026-01-01T00:00:00Z') },
    deliver: async (_target, event, rule) => void received.push({ bus: rule.name, event }),
  });
  const backend = eventsBackend({
    bus,
    busArn: (name, region) => (names.includes(name) ? busArn(name, region) : undefined),
  });
  const putEvents = async (Entries?: PutEventsEntry[]) => {
    const call = { service: 'events', operation: 'PutEvents', region: 'us-east-1', input: { Entries } };
    const { status, body } = await backend(anAwsCall(call));
    return { status, answer: JSON.parse(body.toString()) as Record<string, unknown> };
  };
  return { putEvents, received };
}

test('PutEvents puts events on the default bus and on a bus by name or ARN', async () => {
  const { putEvents, received } = aBackend();
  const buses = [undefined, 'hub', busArn('hub', 'us-east-1')];
  const { status, answer } = await putEvents(buses.map((EventBusName) => ({ ...anEntry, EventBusName })));
  expect(status).toBe(200);
  const Entries = received.map(({ event }) => ({ EventId: event.id }));
  expect(answer).toEqual({ Entries, FailedEntryCount: 0 });
  expect(received.map(({ bus }) => bus)).toEqual(['default', 'hub', 'hub']);
});

test('PutEvents answers which entries failed, in their order', async () => {
  const { putEvents, received } = aBackend();
  const { status, answer } = await putEvents([
    { ...anEntry, EventBusName: 'missing' },
    anEntry,
    { ...anEntry, Detail: 'x' },
  ]);
  expect(status).toBe(200);
  expect(answer).toMatchObject({
    FailedEntryCount: 2,
    Entries: [
      { ErrorCode: 'ResourceNotFoundException' },
      { EventId: received[0]?.event.id },
      { ErrorCode: 'MalformedDetail' },
    ],
  });
});

test.each([
  ['without entries', undefined],
  ['with eleven entries', Array.from({ length: 11 }, () => anEntry)],
])('PutEvents %s is an exception', async (_name, entries) => {
  const { status, answer } = await aBackend().putEvents(entries);
  expect(status).toBe(400);
  expect(answer.__type).toBe('ValidationException');
});
