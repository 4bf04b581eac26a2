import { describe, expect, test, vi } from 'vitest';
import type { BusEvent, PutEventsEntry } from '#local/bus/bus-event.ts';
import { type BusStep, createEventBus, type Deliver } from '#local/bus/event-bus.ts';
import type { Rule, RuleTarget } from '#local/estate.ts';

const NOW = Date.parse('2026-03-04T05:06:07.890Z');
const clock = { now: () => NOW };

const busArn = (name: string) => `arn:aws:events:eu-central-1:111122223333:event-bus/${name}`;
const queueArn = (name: string) => `arn:aws:sqs:eu-central-1:111122223333:${name}`;
const aTarget = (name: string): RuleTarget => ({ id: name, arn: queueArn(name) });

function aRule(name: string, { bus = 'default', ...over }: Partial<Rule> & { bus?: string } = {}): Rule {
  return {
    logicalId: name,
    name,
    arn: `arn:aws:events:eu-central-1:111122223333:rule/${name}`,
    busArn: busArn(bus),
    enabled: true,
    pattern: { source: ['post.office'] },
    targets: [aTarget(`${name}-queue`)],
    ...over,
  };
}

function anEntry(over: Partial<PutEventsEntry> = {}): PutEventsEntry {
  return { Source: 'post.office', DetailType: 'Parcel Moved', Detail: '{"parcel":7}', ...over };
}

function aBusEvent(over: Partial<BusEvent> = {}): BusEvent {
  return {
    version: '0',
    id: 'event-1',
    'detail-type': 'Parcel Moved',
    source: 'post.office',
    account: '999988887777',
    time: '2020-01-01T00:00:00Z',
    region: 'us-west-2',
    resources: [],
    detail: {},
    ...over,
  };
}

function aBus(rules: Rule[], deliver: Deliver = async () => {}) {
  const spy = vi.fn<Deliver>(deliver);
  const steps: BusStep[] = [];
  const bus = createEventBus({ rules, clock, deliver: spy, onStep: (step) => steps.push(step) });
  const delivered = () => spy.mock.calls.map(([target]) => target.id);
  const told = () => steps.map(({ kind, rule, target }) => `${kind} ${rule.name} ${target?.id ?? ''}`.trim());
  return { bus, delivered, told, steps, spy };
}

describe('putEvents', () => {
  test('wraps an entry in the envelope of the account and region of the bus', async () => {
    const { bus, spy } = aBus([aRule('parcels')]);
    const results = await bus.putEvents(busArn('default'), [anEntry({ Resources: ['arn:a'] })]);
    const event = spy.mock.calls[0]?.[1];
    expect(event).toEqual({
      version: '0',
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      'detail-type': 'Parcel Moved',
      source: 'post.office',
      account: '111122223333',
      time: '2026-03-04T05:06:07Z',
      region: 'eu-central-1',
      resources: ['arn:a'],
      detail: { parcel: 7 },
    });
    expect(results).toEqual([{ EventId: event?.id }]);
  });

  test('keeps the time that the entry names', async () => {
    const { bus, spy } = aBus([aRule('parcels')]);
    await bus.putEvents(busArn('default'), [anEntry({ Time: 1_700_000_000 })]);
    expect(spy.mock.calls[0]?.[1].time).toBe('2023-11-14T22:13:20Z');
  });

  test.each([
    ['no source', { Source: undefined }, 'InvalidArgument'],
    ['an empty detail type', { DetailType: '' }, 'InvalidArgument'],
    ['no detail', { Detail: undefined }, 'InvalidArgument'],
    ['a detail that is no JSON', { Detail: '{' }, 'MalformedDetail'],
    ['a detail that is a list', { Detail: '[]' }, 'MalformedDetail'],
    ['a detail that is null', { Detail: 'null' }, 'MalformedDetail'],
    ['the source of an AWS service', { Source: 'aws.health' }, 'NotAuthorizedForSourceException'],
  ])('refuses an entry with %s and takes the others', async (_name, over, ErrorCode) => {
    const { bus, delivered } = aBus([aRule('parcels')]);
    const results = await bus.putEvents(busArn('default'), [anEntry(over), anEntry()]);
    expect(results).toEqual([
      { ErrorCode, ErrorMessage: expect.any(String) as string },
      { EventId: expect.any(String) as string },
    ]);
    expect(delivered()).toEqual(['parcels-queue']);
  });

  test.each([
    ['no entry', []],
    ['eleven entries', Array.from({ length: 11 }, () => anEntry())],
    ['more than a megabyte', [anEntry({ Detail: JSON.stringify({ text: 'x'.repeat(1024 * 1024) }) })]],
  ])('refuses a request with %s as a whole', async (_name, entries) => {
    const { bus } = aBus([]);
    await expect(bus.putEvents(busArn('default'), entries)).rejects.toThrow(
      expect.objectContaining({ code: 'ValidationException' }) as Error,
    );
  });
});

describe('putRawEvent', () => {
  test('delivers the event as it is', async () => {
    const { bus, spy } = aBus([aRule('parcels')]);
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(spy.mock.calls[0]?.[1]).toEqual(aBusEvent());
  });

  test('reaches every target of the enabled rules of that bus that match', async () => {
    const { bus, delivered, told } = aBus([
      aRule('both', { targets: [aTarget('one'), aTarget('two')] }),
      aRule('disabled', { enabled: false }),
      aRule('elsewhere', { bus: 'other' }),
      aRule('unmatched', { pattern: { source: ['nobody'] } }),
    ]);
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(delivered()).toEqual(['one', 'two']);
    expect(told()).toEqual(['matched both', 'delivered both one', 'delivered both two']);
  });

  test('tells each step with the time of the clock and the id of the event', async () => {
    const { bus, steps } = aBus([aRule('parcels')]);
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(steps).toHaveLength(2);
    for (const step of steps) expect(step).toMatchObject({ at: NOW, eventId: 'event-1' });
  });
});

describe('a target that is a bus', () => {
  const forward = (name: string, from: string, to: string, deadLetterArn?: string) =>
    aRule(name, { bus: from, targets: [{ id: to, arn: busArn(to), deadLetterArn }] });

  test('gets the event with its envelope unchanged', async () => {
    const { bus, spy } = aBus([forward('up', 'default', 'hub'), aRule('parcels', { bus: 'hub' })]);
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(spy.mock.calls).toEqual([[aTarget('parcels-queue'), aBusEvent(), expect.anything()]]);
  });

  test('does not send it on to a third bus, but to the dead letters of that rule', async () => {
    const { bus, delivered, told } = aBus([
      forward('up', 'default', 'hub'),
      forward('on', 'hub', 'third', queueArn('dead')),
      aRule('parcels', { bus: 'third' }),
    ]);
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(delivered()).toEqual(['third-dead-letter']);
    expect(told().slice(2)).toEqual(['matched on', 'dropped on third', 'delivered on third-dead-letter']);
  });

  test('cannot make two buses send an event to each other forever', async () => {
    const { bus, told } = aBus([forward('there', 'default', 'hub'), forward('back', 'hub', 'default')]);
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(told().at(-1)).toBe('dropped back default');
  });
});

describe('a delivery that fails', () => {
  const failing: Deliver = async (target) => {
    if (!target.id.endsWith('-dead-letter')) throw new Error('Access denied');
  };
  const guarded = aRule('parcels', { targets: [{ ...aTarget('queue'), deadLetterArn: queueArn('dead') }] });

  test('goes to the dead-letter queue of the target', async () => {
    const { bus, spy, steps, told } = aBus([guarded], failing);
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(spy.mock.lastCall?.[0]).toEqual({ id: 'queue-dead-letter', arn: queueArn('dead') });
    expect(told()).toEqual([
      'matched parcels',
      'dropped parcels queue',
      'delivered parcels queue-dead-letter',
    ]);
    expect(steps[1]?.reason).toBe('Access denied');
  });

  test('is told as dropped when the dead-letter queue refuses it too', async () => {
    const { bus, told } = aBus([guarded], () => Promise.reject(new Error('Down')));
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(told().at(-1)).toBe('dropped parcels queue-dead-letter');
  });

  test('keeps no other target from its event', async () => {
    const { bus, told } = aBus(
      [aRule('two', { targets: [aTarget('bad'), aTarget('x-dead-letter')] })],
      failing,
    );
    await bus.putRawEvent(busArn('default'), aBusEvent());
    expect(told()).toContain('delivered two x-dead-letter');
  });
});
