import { expect, test } from 'vitest';
import {
  answerCase,
  reopenCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { aSweptWorld, BANK, SHOP } from '#test/support-cases/a-swept-world.ts';

test('a case that was resolved since is found by its number, and closed (guidance-for-generating-support-case-insights-on-aws)', async () => {
  const swept = aSweptWorld();
  const { opened } = swept.open('Short');
  await swept.sweep();
  resolveCase(opened, swept.clock.now);
  await swept.sweep();

  expect(swept.rowOf(opened.displayId)?.status).toBe('resolved');
});

test('a thread of six messages has six, and again after the next sweep (aws-samples/support-insights-with-amazon-q)', async () => {
  const swept = aSweptWorld();
  const { opened } = swept.open('Six');
  for (let number = 2; number <= 6; number += 1) {
    answerCase(opened, { body: `Number ${number}` }, (swept.clock.now += 60_000));
  }
  await swept.sweep();
  expect(swept.threadOf(opened.displayId).messages).toHaveLength(6);
  replyToCase(opened, { body: 'Number 7' }, swept.clock.now);
  await swept.sweep();

  expect(swept.threadOf(opened.displayId).messages.map(({ body }) => body.at(-1))).toEqual([
    's',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
  ]);
});

test('a case that is opened again is read again (aws-samples/sample-support-case-insights-with-amazon-bedrock)', async () => {
  const swept = aSweptWorld();
  const { opened } = swept.open('Again');
  resolveCase(opened, swept.clock.now + 1);
  await swept.sweep();
  reopenCase(opened, { body: 'It is back' }, swept.clock.now);
  await swept.sweep();

  expect(swept.rowOf(opened.displayId)).toMatchObject({ status: 'reopened', messages: 2 });
});

test('an account that fails at every run fails the run, and stops no other (cloud-intelligence-dashboards-data-collection)', async () => {
  const swept = aSweptWorld();
  swept.accounts.unshift(BANK);
  swept.faults.set(BANK, new Error('AWS is broken'));
  const { opened } = swept.open('Next to it');

  await expect(swept.sweep()).rejects.toBeInstanceOf(AggregateError);
  await expect(swept.sweep()).rejects.toBeInstanceOf(AggregateError);
  expect(swept.memory.readings.get(BANK)?.reading.state).toBe('failed');
  expect(swept.rowOf(opened.displayId)).toBeDefined();
});

test('an account without a plan is a state, and no case is made up for it (Snapchat/aws-support-tickets-aggregator)', async () => {
  const swept = aSweptWorld();
  const error = Object.assign(new Error('AWS says no'), { name: 'SubscriptionRequiredException' });
  swept.faults.set(SHOP, error);
  await swept.sweep();

  expect(swept.memory.readings.get(SHOP)?.reading).toMatchObject({ state: 'no-plan' });
  expect(swept.memory.readings.get(SHOP)?.reading).not.toHaveProperty('open');
  expect(swept.memory.cases.size).toBe(0);
});

test('the first reading reaches 24 months back, and no day after it does (guidance-for-generating-support-case-insights-on-aws)', async () => {
  const swept = aSweptWorld({ months: 24 });
  const { opened: old } = swept.open('Old', 700);
  resolveCase(old, old.createdAt + 1);
  const { opened: tooOld } = swept.open('Too old', 730);
  resolveCase(tooOld, tooOld.createdAt + 1);
  const first = await swept.sweep();

  expect(swept.rowOf(old.displayId)).toMatchObject({ status: 'resolved', isBaseline: true });
  expect(swept.rowOf(tooOld.displayId)).toBeUndefined();
  expect(first['cases']).toBe(1 + 1 + 24);
  expect((await swept.sweep())['cases']).toBe(1);
  // Those of the last thirty days.
  expect((await swept.sweep(24))['cases']).toBe(2);
  expect((await swept.sweep(24 * 29))['cases']).toBe(2 + 24);
});

test('a case of more than 400 KB is kept whole, and its row stays small (Snapchat/aws-support-tickets-aggregator)', async () => {
  const swept = aSweptWorld();
  const { opened } = swept.open('Large');
  for (let number = 0; number < 60; number += 1) {
    answerCase(opened, { body: `${number} ${'x'.repeat(8000)}` }, (swept.clock.now += 60_000));
  }
  await swept.sweep();

  expect(JSON.stringify(swept.threadOf(opened.displayId)).length).toBeGreaterThan(400_000);
  expect(JSON.stringify(swept.rowOf(opened.displayId)).length).toBeLessThan(4000);
});

test('an account that joins is read by the next sweep, without being asked for (Snapchat/aws-support-tickets-aggregator)', async () => {
  const swept = aSweptWorld();
  await swept.sweep();
  const { opened } = swept.open('Elsewhere', 0, BANK);
  swept.accounts.push(BANK);
  await swept.sweep();

  expect(swept.rowOf(opened.displayId, BANK)).toMatchObject({ account: BANK, isBaseline: true });
  expect(swept.memory.observations.map(({ title }) => title)).toEqual([
    'AWS Support: 1 open case in 1 account, none waits for us',
  ]);
});
