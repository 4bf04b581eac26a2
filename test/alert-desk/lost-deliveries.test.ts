import { describe, expect, it } from 'vitest';
import { handleDue } from '#lambdas/alert-desk/handle-due.ts';
import { nextDue } from '#lambdas/alert-desk/next-due.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { aDesk } from '#test/alert-desk/a-desk.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';

const KEY = 'health/one';
const NOTICE = { kind: 'due' as const, key: KEY, scope: KEY };
const SETTINGS: DeskSettings = {
  routes: [
    { name: 'a', when: { accounts: ['111100000001'] }, channels: ['team-a'], owner: false },
    { name: 'b', when: { accounts: ['111100000002'] }, channels: ['team-b'], owner: false },
    { name: 'tagged', when: { tags: { team: ['x'] } }, channels: ['team-x'], owner: false },
  ],
  mutes: [
    {
      id: 'quiet',
      reason: 'planned work',
      until: '2026-11-23T00:00:00Z',
      when: { labels: { quiet: ['yes'] } },
    },
  ],
  owners: {},
};

const desk = aDesk(SETTINGS);

const head = () => desk.head(KEY);
const tell = (...observations: Parameters<typeof anObservation>[0][]) =>
  receiveObservations(observations.map(anObservation), desk.ledger.ports);
const partOf = (account: 1 | 2, updated = 1, status: 'open' | 'resolved' = 'open') => ({
  id: `11110000000${account}`,
  account: `11110000000${account}`,
  status,
  orderedBy: [['lastUpdatedTime', updated] as [string, number], ['time', updated] as [string, number]],
});
const deaf = () => ({ ...desk.ledger.ports, deliver: () => Promise.reject(new Error('SQS is away')) });

describe('a delivery that was lost after the head was written', () => {
  it('is made up for by the repeat of the observation, in all channels of the alert', async () => {
    await tell({ part: partOf(1) }, { part: partOf(2) });
    const update = anObservation({ summary: 'New words.', part: partOf(1, 2) });
    await expect(receiveObservations([update], deaf())).rejects.toThrow('SQS is away');
    desk.ledger.deliveries.length = 0;
    await receiveObservations([update], desk.ledger.ports);
    expect(desk.ledger.deliveries.map(({ channel }) => channel).sort()).toEqual(['team-a', 'team-b']);
  });

  it('is made up for by the repeat of the notice, though nothing is due any more', async () => {
    await tell({ part: partOf(1), resolvesAt: '2026-12-01T00:00:00.000Z' });
    desk.now = new Date('2026-12-01T00:00:10Z');
    await expect(handleDue(NOTICE, deaf())).rejects.toThrow('SQS is away');
    expect(nextDue(head())).toBeUndefined();
    await handleDue(NOTICE, desk.ledger.ports);
    expect(desk.ledger.deliveries.at(-1)).toEqual({ key: KEY, channel: 'team-a', revision: head().revision });
  });
});

describe('the end of one account of an alert', () => {
  const deadline = '2027-02-20T00:00:00.000Z';
  const remindAt = ['2026-12-22T00:00:00.000Z', '2027-01-21T00:00:00.000Z'];

  it('leaves the words, the reminders and the quiet end to the accounts that are still open', async () => {
    const open = {
      summary: 'Move it.',
      deadline,
      startsAt: deadline,
      remindAt,
      resolvesAt: '2027-03-06T00:00:00.000Z',
    };
    await tell({ ...open, part: partOf(1) }, { ...open, part: partOf(2) });
    await tell({ summary: 'Moved.', part: partOf(1, 5, 'resolved') });
    expect(head().status).toBe('open');
    expect(head().content.summary).toBe('Move it.');
    expect(new Date(nextDue(head()) ?? 0).toISOString()).toBe(remindAt[0]);
  });

  it('speaks when the last one has ended', async () => {
    await tell({ summary: 'Move it.', part: partOf(1) }, { summary: 'Move it.', part: partOf(2) });
    await tell({ summary: 'Moved by A.', part: partOf(1, 5, 'resolved') });
    await tell({ summary: 'Moved by B.', part: partOf(2, 4, 'resolved') });
    expect(head()).toMatchObject({ status: 'resolved', content: { summary: 'Moved by A.' } });
  });
});

it('a part that is muted is told at the end of its mute, though all others have ended', async () => {
  await tell({ part: partOf(1) }, { labels: { quiet: ['yes'] }, part: partOf(2) });
  await tell({ summary: 'Over.', part: partOf(1, 5, 'resolved') });
  expect(head().status).toBe('resolved');
  desk.now = new Date('2026-11-23T00:00:00Z');
  await handleDue(NOTICE, desk.ledger.ports);
  expect(head()).toMatchObject({ status: 'open', views: { 'team-b': { parts: 1 } } });
  expect(desk.ledger.deliveries.at(-1)).toMatchObject({ channel: 'team-b' });
});

it('tags of every page are routed, whichever page came last', async () => {
  const page = (number: number, team: string) => ({
    labels: { 'tag:team': [team] },
    part: { ...partOf(1), page: { number, total: 2, update: 'one' } },
  });
  await tell(page(2, 'x'), page(1, 'other'));
  expect(Object.keys(head().views).sort()).toEqual(['team-a', 'team-x']);
});

describe('a line for the threads', () => {
  const lines = () => head().entries.map(({ text }) => text);

  it('is the first line of an update that the text before did not have', async () => {
    await tell({ summary: 'Severity: degraded\n[10:00] We see errors.', part: partOf(1, 1) });
    await tell({
      summary: 'Severity: degraded\n[10:30] We found the cause.\n[10:00] We see errors.',
      part: partOf(1, 2),
    });
    await tell({
      summary: 'Severity: degraded\n[11:00] Mended.\n[10:30] We found the cause.',
      part: partOf(1, 3),
    });
    expect(lines()).toEqual(['[10:30] We found the cause.', '[11:00] Mended.']);
  });

  it('is what the source says, where it says one', async () => {
    await tell({ part: partOf(1, 1) });
    await tell({ summary: 'Other words.', entry: 'Task 7 stopped.', part: partOf(1, 2) });
    expect(lines()).toEqual(['Task 7 stopped.']);
  });
});
