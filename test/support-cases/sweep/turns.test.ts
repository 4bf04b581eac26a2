import { beforeEach, describe, expect, test } from 'vitest';
import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { SupportEvent } from '#lambdas/support-cases/support-event.ts';
import {
  answerCase,
  reopenCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { askPermit } from '#local/counterparts/organization/change-permits.ts';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import { aSweptWorld } from '#test/support-cases/a-swept-world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

let swept: ReturnType<typeof aSweptWorld>;
let one: WorldCase;
beforeEach(async () => {
  swept = aSweptWorld();
  await swept.sweep();
  one = swept.open('A').opened;
  await swept.sweep();
});
const row = () => swept.rowOf(one.displayId) ?? expect.fail('It is read');
const at = (afterMs = 0) => swept.clock.now + afterMs;
const iso = (moment: number) => new Date(moment).toISOString();
const entries = () => swept.memory.observations.map(({ entry }) => entry ?? '');

describe('our turn', () => {
  test('begins anew where we answered and were asked again between two readings', async () => {
    answerCase(one, { body: 'Which Region?' }, at());
    const asked = at();
    await swept.sweep(30);
    expect(row()).toMatchObject({ waitingSince: iso(asked), reminded: ['waiting-24h'] });
    replyToCase(one, { body: 'Tokyo.' }, at(MINUTE_MS));
    answerCase(one, { body: 'And since when?' }, at(2 * MINUTE_MS));
    const again = at(2 * MINUTE_MS);
    swept.memory.observations.length = 0;
    await swept.sweep();

    expect(row()).toMatchObject({
      waitingSince: iso(again),
      waitedMs: again - MINUTE_MS - asked,
      reminded: [],
    });
    expect(entries()).toEqual([
      expect.stringContaining(`waiting for our answer since ${iso(again).slice(0, 10)}`),
    ]);
    await swept.sweep(23);
    expect(row().reminded).toEqual([]);
  });

  test('ends with the first answer of ours, whatever we write after it', async () => {
    answerCase(one, { body: 'Which Region?' }, at());
    const asked = at();
    await swept.sweep();
    replyToCase(one, { body: 'Tokyo.' }, at(MINUTE_MS));
    const answered = at(MINUTE_MS);
    replyToCase(one, { body: 'By the way' }, at(9 * HOUR_MS));
    await swept.sweep(10);

    expect(row().waitedMs).toBe(answered - asked);
    expect(row().waitingSince).toBeUndefined();
  });

  test('goes on while AWS still waits, though we wrote', async () => {
    answerCase(one, { body: 'Which Region?' }, at());
    const asked = at();
    await swept.sweep();
    const { length } = one.history;
    replyToCase(one, { body: 'One moment.' }, at(MINUTE_MS));
    one.history.length = length;
    await swept.sweep();

    expect(row()).toMatchObject({ waitingSince: iso(asked), waitedMs: 0 });
  });

  test('by a request to see data counts when it is over, too', async () => {
    askPermit(swept.world, one, ['s3:GetObject'], at());
    await swept.sweep(50);
    expect(row().waitedMs).toBe(0);
    swept.world.permitRequests.length = 0;
    await swept.sweep();

    expect(row().waitedMs).toBe(50.5 * HOUR_MS);
  });

  test('by a request and a question at once is counted once', async () => {
    askPermit(swept.world, one, ['s3:GetObject'], at());
    await swept.sweep(10);
    answerCase(one, { body: 'Which Region?' }, at());
    await swept.sweep(10);
    swept.world.permitRequests.length = 0;
    await swept.sweep(10);
    replyToCase(one, { body: 'Tokyo.' }, at());
    await swept.sweep(1);

    expect(row().waitedMs).toBe(30 * HOUR_MS);
  });

  test('by a request alone is recalled without a word of AWS closing the case', async () => {
    askPermit(swept.world, one, ['s3:GetObject'], at());
    await swept.sweep();
    swept.memory.observations.length = 0;
    await swept.sweep(25);

    const reminder = entries().find((entry) =>
      entry.includes('Reminder: the case has waited for us for 24 h'),
    );
    expect(reminder).toContain('Decide on the request');
    expect(reminder).not.toContain('closes');
  });
});

test('the window to reopen is that of the last end, of which an event tells', async () => {
  resolveCase(one, at());
  await swept.sweep();
  swept.clock.now += 10 * 24 * HOUR_MS;
  reopenCase(one, { body: 'It is back' }, at());
  const event = resolveCase(one, at(10 * MINUTE_MS));
  swept.clock.now += 11 * MINUTE_MS;
  await handleEvent(SupportEvent.parse(event), swept.ports);

  expect(row().resolvedAt?.slice(0, 16)).toBe(iso(at(-MINUTE_MS)).slice(0, 16));
});

test('an event of the former end, late, takes nothing back', async () => {
  const event = resolveCase(one, at());
  await swept.sweep();
  const { resolvedAt } = row();
  answerCase(one, { body: 'One more thing' }, at());
  resolveCase(one, at());
  await handleEvent(SupportEvent.parse(event), swept.ports);

  expect(row().resolvedAt).toBe(resolvedAt);
});

test('of two messages of one moment that come into sight one by one, none counts as edited', async () => {
  answerCase(one, { body: 'First' }, at());
  const moment = at();
  await swept.sweep();
  swept.memory.observations.length = 0;
  answerCase(one, { body: 'Second' }, moment);
  const [last] = one.communications.splice(-1);
  if (last) one.communications.splice(-1, 0, last);
  await swept.sweep();

  expect(entries()).toHaveLength(1);
  expect(entries()[0]).not.toContain('took something out');
  expect(swept.threadOf(one.displayId).messages.map(({ editedAt }) => editedAt)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a case that AWS opened has no first answer to wait for', async () => {
  const { opened } = swept.open('Your instances are to be retired');
  const [first] = opened.communications;
  if (first) first.submittedBy = 'Amazon Web Services';
  await swept.sweep();

  expect(swept.rowOf(opened.displayId)?.openedBy).toBe('aws');
  expect(JSON.stringify(swept.memory.observations.at(-1)?.facts)).toContain('AWS opened the case.');
});
