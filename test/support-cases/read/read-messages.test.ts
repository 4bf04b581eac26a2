import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerCase, replyToCase } from '#local/counterparts/organization/change-cases.ts';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import { type ASupport, allOf, aSupport } from './a-support.ts';

let aws: ASupport;
beforeAll(async () => {
  aws = await aSupport();
});
beforeEach(() => aws.empty());
afterAll(() => aws.close());

/** A case with so many messages, which say their number. */
function aThread(messages: number): WorldCase {
  const opened = aws.openCase({ body: '1' });
  for (let number = 2; number <= messages; number += 1)
    replyToCase(opened, { body: String(number) }, opened.createdAt + number * 1000);
  return opened;
}
const bodies = async ({ caseIds: [caseId = ''] }: WorldCase) =>
  (await allOf((await aws.open()).messages(caseId))).map(({ body }) => body);
const numbersDown = (from: number) => Array.from({ length: from }, (_, index) => String(from - index));

test('a case of six messages says that it has more than the five it shows, and has six at every reading (support-insights-with-amazon-q)', async () => {
  const opened = aThread(6);
  const [read] = await allOf((await aws.open()).cases({ includeResolved: false }));

  expect(read?.recent.hasMore).toBe(true);
  expect(read?.recent.messages.map(({ body }) => body)).toEqual(['6', '5', '4', '3', '2']);
  expect([await bodies(opened), await bodies(opened)]).toEqual([numbersDown(6), numbersDown(6)]);
});

test('101 messages arrive, none twice (fernweh58/aws-support-case-bot)', async () => {
  expect(await bodies(aThread(101))).toEqual(numbersDown(101));
});

test('messages arrive whatever the size of the pages is, and if some are empty', async () => {
  const opened = aThread(9);
  Object.assign(aws.support.habits, { pageSize: 2, emptyPages: true });

  expect(await bodies(opened)).toEqual(numbersDown(9));
});

test('two answers between two readings both arrive, in their order (simi31jain/AWS-Support-Jira-Automation)', async () => {
  const opened = aThread(1);
  expect(await bodies(opened)).toEqual(['1']);
  answerCase(opened, { body: 'first' }, opened.createdAt + 1000);
  answerCase(opened, { body: 'second' }, opened.createdAt + 1001);

  expect(await bodies(opened)).toEqual(['second', 'first', '1']);
});

test('a case that AWS does not know is an error: it is not one without messages', async () => {
  await expect(bodies({ ...aThread(1), caseIds: ['case-1'] })).rejects.toMatchObject({
    name: 'CaseIdNotFound',
  });
});
