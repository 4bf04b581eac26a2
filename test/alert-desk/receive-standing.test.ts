import { describe, expect, it } from 'vitest';
import { handleDue } from '#lambdas/alert-desk/handle-due.ts';
import { nextCheck, nextDue } from '#lambdas/alert-desk/next-due.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { receiveStanding } from '#lambdas/alert-desk/receive-standing.ts';
import { toCard } from '#lambdas/chat-delivery/card.ts';
import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import { aDesk } from '#test/alert-desk/a-desk.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';

const desk = aDesk({
  routes: [{ name: 'all', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
});
const KEY = 'ecs/one';
const SCOPE = 'ecs/service';
const minute = (number: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + number * 60_000);
const clock = (number: number): [string, number][] => [['happenedAt', minute(number).getTime()]];

/** Trouble of a service at a minute after noon, about which its source can be asked. */
const trouble = (at: number, more: Partial<Observation> = {}) =>
  anObservation({
    key: KEY,
    scope: SCOPE,
    source: 'ecs',
    entry: '',
    resolvesAt: minute(at + 30).toISOString(),
    check: { from: minute(at + 5).toISOString(), everyMinutes: 5, subject: { what: 'service' } },
    ...more,
    part: { orderedBy: clock(at), ...more.part },
  });
const standing = (at: number, more: Partial<Standing> = {}): Standing => ({
  kind: 'standing',
  scope: SCOPE,
  key: KEY,
  at: minute(at).toISOString(),
  orderedBy: clock(at),
  status: 'resolved',
  why: 'all tasks run again',
  ...more,
});

const head = () => desk.head(KEY);
const lines = () => head().entries.map(({ text }) => text);
const enter = (...observations: Observation[]) => receiveObservations(observations, desk.ledger.ports);
async function stand(message: Standing) {
  await receiveStanding(message, desk.ledger.ports);
  for (const each of desk.ledger.handedOn.splice(0)) await receiveStanding(each, desk.ledger.ports);
}
async function pass(at: number) {
  desk.now = minute(at);
  const due = nextDue(head());
  if (due !== undefined && due <= desk.now.getTime())
    await handleDue({ kind: 'due', key: KEY, scope: SCOPE }, desk.ledger.ports);
}

describe('an alert whose source says that it is over', () => {
  it('is resolved, and says how long it took', async () => {
    await enter(trouble(0));
    desk.now = minute(14);
    await stand(standing(14));

    expect(head().status).toBe('resolved');
    expect(lines()).toEqual(['Over after 14 min: all tasks run again.']);
    expect(desk.ledger.deliveries.at(-1)).toMatchObject({ channel: 'ops', revision: 2 });
  });

  it('is written once, however often it is said', async () => {
    await enter(trouble(0));
    await stand(standing(14));
    await stand(standing(14));

    expect(head().revision).toBe(2);
    expect(desk.ledger.deliveries.filter(({ revision }) => revision === 2)).toHaveLength(2);
  });

  it('stays open where trouble came after what was found', async () => {
    await enter(trouble(20));
    await stand(standing(14));

    expect(head()).toMatchObject({ status: 'open', revision: 1 });
  });

  it('is opened again by later trouble, and counts its length anew', async () => {
    await enter(trouble(0));
    await stand(standing(14));
    desk.now = minute(60);
    await enter(trouble(60, { summary: 'Again.' }));
    expect(head().status).toBe('open');
    desk.now = minute(70);
    await stand(standing(70));

    expect(lines().at(-1)).toBe('Over after 10 min: all tasks run again.');
  });

  it('is not opened by a late copy of what it was open for', async () => {
    await enter(trouble(0));
    await stand(standing(14));
    await enter(trouble(0));

    expect(head()).toMatchObject({ status: 'resolved', revision: 2 });
  });

  it('is told nobody where it does not exist', async () => {
    await stand(standing(14));
    expect(desk.ledger.heads()).toEqual([]);
  });
});

it('all open alerts of a scope end together, those of another scope do not', async () => {
  await enter(trouble(0));
  await enter(trouble(1, { key: 'ecs/two' }));
  await enter(trouble(1, { key: 'ecs/else', scope: 'ecs/other' }));
  const { key: _none, ...ofScope } = standing(9);
  await stand(ofScope);

  expect(desk.ledger.heads().map(({ key, status }) => [key, status])).toEqual([
    [KEY, 'resolved'],
    ['ecs/two', 'resolved'],
    ['ecs/else', 'open'],
  ]);
});

describe('a source is asked', () => {
  it('when its moment has come, then again and again, while the alert is open', async () => {
    await enter(trouble(0));
    await pass(4);
    expect(desk.ledger.questions).toEqual([]);
    for (const at of [5, 6, 9, 10]) await pass(at);

    expect(desk.ledger.questions).toEqual(
      Array.from({ length: 2 }, () => ({
        source: 'ecs',
        kind: 'check',
        key: KEY,
        scope: SCOPE,
        subject: { what: 'service' },
      })),
    );
    await stand(standing(11));
    for (const at of [15, 20, 40]) await pass(at);
    expect(desk.ledger.questions).toHaveLength(2);
  });

  it('not about what no channel sees, and telling nobody that it was asked', async () => {
    await enter(trouble(0));
    const told = desk.ledger.deliveries.length;
    for (const at of [5, 10, 15]) await pass(at);
    expect(desk.ledger.deliveries).toHaveLength(told);

    const unseen = { ...head(), views: {} };
    expect([nextCheck(head()), nextCheck(unseen)]).toEqual([minute(20).getTime(), undefined]);
  });

  it('and what it says of trouble that lasts is shown, and keeps the alert open', async () => {
    await enter(trouble(0));
    await stand(
      standing(25, { status: 'open', why: '1 of 3 tasks run', resolvesAt: minute(55).toISOString() }),
    );
    desk.now = minute(31);
    await handleDue({ kind: 'due', key: KEY, scope: SCOPE }, desk.ledger.ports);

    expect(head().status).toBe('open');
    const view = head().views['ops'];
    expect(view && toCard(head(), view, desk.now).facts).toEqual([
      { label: 'When asked', value: '1 of 3 tasks run' },
    ]);
  });

  it('after an outage before quiet ends the alert, which would else open again with the answer', async () => {
    await enter(trouble(0));
    await pass(240);
    expect(head().status).toBe('open');
    expect(desk.ledger.questions).toHaveLength(1);
    await pass(246);

    expect(head().status).toBe('resolved');
  });

  it('and where it cannot be, quiet ends the alert, and says why nobody asked', async () => {
    await enter(trouble(0));
    for (const at of [5, 10, 15, 20, 25]) {
      await pass(at);
      await stand(standing(at, { status: 'unknown', why: 'the account does not let its ECS be read' }));
    }
    expect(head().status).toBe('open');
    await pass(30);

    expect(head().status).toBe('resolved');
    expect(lines()).toEqual([
      'No news for long; counted as over. It could not be asked: the account does not let its ECS be read.',
    ]);
  });
});
