import { describe, expect, it } from 'vitest';
import { handleDue } from '#lambdas/alert-desk/handle-due.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { receiveStanding } from '#lambdas/alert-desk/receive-standing.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { aDesk } from '#test/alert-desk/a-desk.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';

const desk = aDesk({
  routes: [{ name: 'all', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
});
const KEY = 'ecs/drain';
const at = (minutes: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + minutes * 60_000);

const draining = (minutes: number, more: Partial<Observation> = {}) =>
  anObservation({
    key: KEY,
    scope: KEY,
    summary: `Words of minute ${minutes}.`,
    holdUntil: at(minutes + 60).toISOString(),
    ...more,
    part: { orderedBy: [['version', minutes]], ...more.part },
  });
const drained = (minutes: number) => {
  const { holdUntil: _none, ...rest } = draining(minutes, {
    quiet: true,
    part: { ...draining(minutes).part, status: 'resolved' },
  });
  return rest;
};

async function hear(minutes: number, observation: Observation) {
  desk.now = at(minutes);
  await receiveObservations([observation], desk.ledger.ports);
}
async function wake(minutes: number) {
  desk.now = at(minutes);
  await handleDue({ kind: 'due', key: KEY, scope: KEY }, desk.ledger.ports);
}
const told = () => desk.ledger.deliveries.map(({ channel }) => channel);

describe('what is held back', () => {
  it('is told when it lasts', async () => {
    await hear(0, draining(0));
    await wake(59);
    expect(told()).toEqual([]);
    await wake(60);
    expect(told()).toEqual(['ops']);
  });

  it('is told in time although there is news of it all the while', async () => {
    for (const minute of [0, 20, 40, 55]) await hear(minute, draining(minute));
    await wake(60);
    expect(told()).toEqual(['ops']);
  });

  it('is told to nobody when it is over before, and not by a late copy either', async () => {
    await hear(0, draining(0));
    await hear(30, drained(30));
    await wake(60);
    await hear(61, draining(0));
    expect(told()).toEqual([]);
  });

  it('is told to nobody when its source says so before', async () => {
    await hear(0, draining(0));
    const orderedBy: [string, number][] = [['version', 7]];
    const standing = {
      kind: 'standing' as const,
      scope: KEY,
      key: KEY,
      at: at(30).toISOString(),
      orderedBy,
      status: 'resolved' as const,
      why: 'all have left',
    };
    await receiveStanding(standing, desk.ledger.ports);
    await wake(60);

    expect(told()).toEqual([]);
    expect(desk.head(KEY).status).toBe('resolved');
  });

  it('is held back the next time from channels that were told the first time', async () => {
    await hear(0, draining(0));
    await wake(60);
    await hear(70, drained(70));
    const before = told().length;
    await hear(4000, draining(4000));
    expect(desk.head(KEY).views['ops']?.parts).toBe(0);
    await hear(4001, drained(4001));
    await wake(4060);

    expect(desk.head(KEY).views['ops']?.parts).toBe(0);
    expect(desk.head(KEY).entries.map(({ text }) => text)).not.toContain(
      'No news for long; counted as over.',
    );
    await hear(5000, draining(5000));
    await wake(5060);
    expect(desk.head(KEY).views['ops']?.standing).toEqual({ 'open/error': 1 });
    expect(told().length).toBeGreaterThan(before);
  });

  it('waits anew the next time', async () => {
    await hear(0, draining(0));
    await hear(30, drained(30));
    await hear(100, draining(100));
    await wake(120);
    expect(told()).toEqual([]);
    await wake(160);
    expect(told()).toEqual(['ops']);
  });
});

describe('a quiet end', () => {
  it('reaches the channels that know of it', async () => {
    const { holdUntil: _none, ...open } = draining(0);
    await hear(0, open);
    await hear(5, drained(5));

    expect(told()).toEqual(['ops', 'ops']);
    expect(desk.head(KEY).status).toBe('resolved');
  });

  it('is no news to anybody else', async () => {
    await hear(5, drained(5));
    expect(told()).toEqual([]);
  });
});
