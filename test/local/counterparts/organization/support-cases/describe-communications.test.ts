import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerCase, replyToCase } from '#local/counterparts/organization/change-cases.ts';
import { type ServedCases, servedCases } from './asked-cases.ts';

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
});
afterEach(() => served.close());

/** A case with so many messages, a minute apart, the first of which is the case itself. */
function thread(messages: number) {
  const one = served.open({ body: 'message 1' });
  for (let number = 2; number <= messages; number += 1)
    replyToCase(one, { body: `message ${number}` }, one.createdAt + number * 1000);
  return { one, caseId: one.caseIds[0] ?? '' };
}
const newestFirst = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => `message ${from - index}`);
const bodies = (messages: { body?: string | undefined }[] = []) => messages.map(({ body }) => body);

test('A list of cases has the five newest messages, and a token for the others', async () => {
  const { caseId } = thread(6);
  const recent = (await served.ask()).cases?.[0]?.recentCommunications;
  expect(bodies(recent?.communications)).toEqual(newestFirst(6, 2));
  const rest = await served.askFor({ caseId, nextToken: recent?.nextToken });
  expect(bodies(rest.communications)).toEqual(['message 1']);
  expect(rest.nextToken).toBeUndefined();
});

test('With five messages there is no token', async () => {
  thread(5);
  expect((await served.ask()).cases?.[0]?.recentCommunications).not.toHaveProperty('nextToken');
});

test('101 messages are two pages of a hundred, newest first', async () => {
  const { caseId } = thread(101);
  expect(bodies(await served.everyMessage({ caseId, maxResults: 100 }))).toEqual(newestFirst(101, 1));
  served.support.habits.pageSize = 7;
  served.support.habits.emptyPages = true;
  expect(bodies(await served.everyMessage({ caseId }))).toEqual(newestFirst(101, 1));
});

test('What is written between two pages moves neither', async () => {
  const { one, caseId } = thread(12);
  const first = await served.askFor({ caseId, maxResults: 10 });
  answerCase(one, { body: 'meanwhile' }, served.now());
  const second = await served.askFor({ caseId, maxResults: 10, nextToken: first.nextToken });
  expect(bodies(second.communications)).toEqual(newestFirst(2, 1));
});

test('A span of time leaves out what was before and after', async () => {
  const { one, caseId } = thread(9);
  const moment = (number: number) => new Date(one.createdAt + number * 1000).toISOString();
  const span = { afterTime: moment(4), beforeTime: moment(6) };
  expect(bodies(await served.everyMessage({ caseId, ...span }))).toEqual(newestFirst(6, 4));
  served.support.habits.pageSize = 2;
  expect(bodies(await served.everyMessage({ caseId, ...span }))).toEqual(newestFirst(6, 4));
});

test('A case of another account, or of none, is not found; one has to be named', async () => {
  const { caseId } = thread(2);
  await expect(served.askFor({ caseId: `${caseId}0` })).rejects.toMatchObject({ name: 'CaseIdNotFound' });
  const one = served.support.cases[0];
  if (one) one.account = '222233334444';
  await expect(served.askFor({ caseId })).rejects.toMatchObject({ name: 'CaseIdNotFound' });
  await expect(served.askFor({ caseId: undefined })).rejects.toMatchObject({ name: 'ValidationException' });
});
