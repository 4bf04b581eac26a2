import { describe, expect, it } from 'vitest';
import { nextDue } from '#lambdas/alert-desk/next-due.ts';
import { receiveMessages } from '#lambdas/alert-desk/receive-messages.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { aDesk } from '#test/alert-desk/a-desk.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';
import { aRecord } from '#test/runtime/a-record.ts';

const SETTINGS: DeskSettings = {
  routes: [{ name: 'all', when: {}, channels: ['ops'], owner: false }],
  mutes: [
    {
      id: 'quiet',
      reason: 'planned work',
      until: '2026-12-24T00:00:00Z',
      when: { labels: { quiet: ['yes'] } },
    },
  ],
  owners: {},
};

const desk = aDesk(SETTINGS);

const record = (message: unknown) => aRecord(JSON.stringify(message), { group: 'one' });
const of = (key: string, rest = {}) => record(anObservation({ key, ...rest }));

describe('one scope’s share of a batch', () => {
  it('writes the head of an alert once for a run of its observations', async () => {
    const parts = ['1', '2', '3'].map((id) => of('health/one', { part: { id, account: id } }));
    expect(await receiveMessages(parts, desk.ledger.ports)).toEqual([]);
    expect(desk.ledger.counts).toMatchObject({ partWrites: 3, headWrites: 1 });
  });

  it('does what a due notice asks for', async () => {
    await receiveMessages([of('health/one', { resolvesAt: '2026-12-01T00:00:00.000Z' })], desk.ledger.ports);
    desk.now = new Date('2026-12-01T00:00:01Z');
    await receiveMessages(
      [record({ kind: 'due', key: 'health/one', scope: 'health/one' })],
      desk.ledger.ports,
    );
    expect(desk.ledger.head('health/one')?.status).toBe('resolved');
  });

  it('hands back what is unreadable, and enters the rest', async () => {
    const unreadable = record({ kind: 'observation', key: 'health/one' });
    const failures = await receiveMessages([unreadable, of('health/two')], desk.ledger.ports);
    expect(failures.map((failure) => failure.record)).toEqual([unreadable]);
    expect(desk.ledger.head('health/two')?.revision).toBe(1);
  });

  it('hands back a run that failed and all behind it', async () => {
    const [first, second, third] = [of('health/one'), of('health/two'), of('health/three')];
    const { writeHead } = desk.ledger.ports;
    const failing = {
      ...desk.ledger.ports,
      writeHead: (...args: Parameters<typeof writeHead>) =>
        args[0].key === 'health/two' ? Promise.reject(new Error('throttled')) : writeHead(...args),
    };
    const failures = await receiveMessages([first, second, third], failing);
    expect(failures.map((failure) => failure.record)).toEqual([second, third]);
  });
});

it('nothing is waited for at the end of a mute when the part it held back is resolved', async () => {
  const muted = { labels: { quiet: ['yes'] }, part: { status: 'resolved' as const } };
  await receiveMessages([of('health/one', muted)], desk.ledger.ports);
  const head = desk.ledger.head('health/one');
  expect(head && nextDue(head)).toBeUndefined();
});
