import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { writerClient } from '#lambdas/case-trackers/answer/writer-client.ts';
import { refusalOf } from '#lambdas/case-trackers/answer/writer-errors.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { type ASupport, aSupport } from '#test/support-cases/read/a-support.ts';

const ROLES = { reader: 'reeve-reader', writer: 'reeve-writer', externalId: 'reeve/ReeveHub' };
let aws: ASupport;
beforeAll(async () => {
  aws = await aSupport();
});
beforeEach(() => aws.empty());
afterAll(() => aws.close());

const open = (account = MEMBER) =>
  writerClient({ partition: 'aws', region: 'us-east-1', roles: ROLES })(account);
const allOf = async (bodies: AsyncIterable<string>) => {
  const all = [];
  for await (const body of bodies) all.push(body);
  return all;
};

test('a reply is a message of the case, found again among those of the account', async () => {
  const one = aws.openCase();
  const writer = await open();
  const read = await writer.readCase(one.displayId);
  await writer.reply(read?.caseId ?? '', '続いています。');

  expect(read).toEqual({ caseId: one.caseIds[0], status: 'unassigned' });
  const since = new Date(aws.now() - 60_000).toISOString();
  expect(await allOf(writer.ownMessages(read?.caseId ?? '', since))).toEqual(['続いています。']);
});

test('a case is resolved, and read as such', async () => {
  const one = aws.openCase();
  const writer = await open();
  await writer.resolve(one.caseIds[0] ?? '');

  expect((await writer.readCase(one.displayId))?.status).toBe('resolved');
  expect(await writer.readCase('000')).toBeUndefined();
});

test('what changes something is asked once, a question again', async () => {
  const one = aws.openCase();
  const writer = await open();
  const outage = () => new AwsError('InternalServerError', 'no', 500);
  for (const operation of ['AddCommunicationToCase', 'ResolveCase', 'DescribeCases'])
    aws.faults.fail(`support:${operation}`, outage(), { times: 1 });

  await expect(writer.reply(one.caseIds[0] ?? '', 'x')).rejects.toMatchObject({ name: 'RetryLaterError' });
  await expect(writer.resolve(one.caseIds[0] ?? '')).rejects.toMatchObject({ name: 'RetryLaterError' });
  expect((await writer.readCase(one.displayId))?.status).toBe('unassigned');
});

test('a refusal keeps its name, and says what it means', async () => {
  const writer = await open();
  const error: unknown = await writer.reply('case-none', 'x').catch((caught: unknown) => caught);

  expect(refusalOf(error)).toBe('no-case');
  const noRole: unknown = await open('999900001111').catch((caught: unknown) => caught);
  expect(refusalOf(noRole)).toBe('no-role');
});
