import { beforeEach, describe, expect, it } from 'vitest';
import { handleDue } from '#lambdas/alert-desk/handle-due.ts';
import { nextDue } from '#lambdas/alert-desk/next-due.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { aDesk } from '#test/alert-desk/a-desk.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';

const KEY = 'health/one';
const NOTICE = { kind: 'due' as const, key: KEY, scope: KEY };
const SETTINGS: DeskSettings = {
  routes: [{ name: 'all', when: {}, channels: ['ops'], owner: false }],
  mutes: [
    {
      id: 'maintenance',
      reason: 'planned work',
      until: '2026-11-23T00:00:00Z',
      when: { labels: { service: ['RDS'] } },
    },
  ],
  owners: {},
};

const desk = aDesk(SETTINGS);

const head = () => desk.head(KEY);
const dueAt = () => {
  const due = nextDue(head());
  return due === undefined ? undefined : new Date(due).toISOString();
};
const lines = () => head().entries.map(({ text }) => text);
async function dueOn(date: string) {
  desk.now = new Date(date);
  await handleDue(NOTICE, desk.ledger.ports);
}

describe('reminders', () => {
  const deadline = '2027-02-20T00:00:00.000Z';
  const remindAt = [90, 60, 30, 7].map((days) =>
    new Date(Date.parse(deadline) - days * 86_400_000).toISOString(),
  );

  beforeEach(() =>
    receiveObservations([anObservation({ startsAt: deadline, deadline, remindAt })], desk.ledger.ports),
  );

  it('come at each of their moments, and past ones do not', async () => {
    expect(dueAt()).toBe('2026-12-22T00:00:00.000Z');
    await dueOn('2026-12-22T00:00:30Z');
    expect(lines()).toEqual(['Reminder: 60 days left.']);
    expect(dueAt()).toBe('2027-01-21T00:00:00.000Z');
  });

  it('that were missed come as one', async () => {
    await dueOn('2027-02-14T00:00:00Z');
    expect(lines()).toEqual(['Reminder: 6 days left.']);
    expect(dueAt()).toBe(deadline);
  });

  it('are not sent before their time, whoever asks', async () => {
    await dueOn('2026-12-21T23:59:00Z');
    expect(head().revision).toBe(1);
  });

  it('stop when the alert is resolved', async () => {
    const order = anObservation().part.orderedBy.map(([clock, value]): [string, number] => [
      clock,
      value + 1,
    ]);
    await receiveObservations(
      [anObservation({ part: { status: 'resolved', orderedBy: order } })],
      desk.ledger.ports,
    );
    expect(dueAt()).toBeUndefined();
  });
});

describe('the end of an alert that nobody closes', () => {
  it('resolves it and says why', async () => {
    const resolvesAt = '2026-12-06T12:00:00.000Z';
    await receiveObservations([anObservation({ resolvesAt })], desk.ledger.ports);
    await dueOn('2026-12-06T12:00:10Z');
    expect(head().status).toBe('resolved');
    expect(lines()).toEqual(['No news for long; counted as over.']);
    expect(desk.ledger.deliveries.at(-1)).toEqual({ key: KEY, channel: 'ops', revision: 2 });
  });
});

it('mutes that end one after the other are waited for one after the other', async () => {
  const mute = (id: string, until: string, label: string) => ({
    id,
    reason: 'planned work',
    until,
    when: { labels: { service: [label] } },
  });
  desk.ledger.mutes.push(
    mute('first', '2026-11-24T00:00:00.000Z', 'A'),
    mute('second', '2026-11-26T00:00:00.000Z', 'B'),
  );
  const part = (id: string) => ({ id, account: id });
  await receiveObservations(
    [
      anObservation({ labels: { service: ['B'] }, part: part('222222222222') }),
      anObservation({ labels: { service: ['A'] }, part: part('111111111111') }),
    ],
    desk.ledger.ports,
  );
  expect(dueAt()).toBe('2026-11-24T00:00:00.000Z');
  await dueOn('2026-11-24T00:00:00.000Z');
  expect(head().views['ops']).toMatchObject({ parts: 1 });
  expect(dueAt()).toBe('2026-11-26T00:00:00.000Z');
  await dueOn('2026-11-26T00:00:00.000Z');
  expect(head().views['ops']).toMatchObject({ parts: 2 });
  expect(dueAt()).toBeUndefined();
});

describe('the end of a mute', () => {
  beforeEach(() => receiveObservations([anObservation({ labels: { service: ['RDS'] } })], desk.ledger.ports));

  it('is waited for, and then the part is told', async () => {
    expect(desk.ledger.deliveries).toEqual([]);
    expect(dueAt()).toBe('2026-11-23T00:00:00.000Z');
    await dueOn('2026-11-23T00:00:00Z');
    expect(head().views['ops']).toMatchObject({ parts: 1 });
    expect(desk.ledger.deliveries).toEqual([{ key: KEY, channel: 'ops', revision: 2 }]);
  });

  it('is finished by the next try where the first one died between part and head', async () => {
    const { writeHead } = desk.ledger.ports;
    const dying = { ...desk.ledger.ports, writeHead: () => Promise.reject(new Error('died')) };
    desk.now = new Date('2026-11-23T00:00:00Z');
    await expect(handleDue(NOTICE, dying)).rejects.toThrow('died');
    await handleDue(NOTICE, { ...desk.ledger.ports, writeHead });
    expect(head().views['ops']).toMatchObject({ parts: 1, standing: { 'open/error': 1 } });
  });
});
