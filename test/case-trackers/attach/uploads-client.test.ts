import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { writerClient } from '#lambdas/case-trackers/answer/writer-client.ts';
import { statusOf } from '#local/counterparts/organization/world-cases.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { type ASupport, aSupport } from '#test/support-cases/read/a-support.ts';

const ROLES = { reader: 'reeve-reader', writer: 'reeve-writer', externalId: 'reeve/ReeveHub' };
const LATER = { name: 'RetryLaterError' };
const PART = 5 * 1024 * 1024;
let aws: ASupport;
beforeAll(async () => {
  aws = await aSupport();
});
beforeEach(() => aws.empty());
afterAll(() => aws.close());

const open = () => writerClient({ partition: 'aws', region: 'us-east-1', roles: ROLES })(MEMBER);
const someBytes = (length: number) => Buffer.alloc(length, 'abcdefghijklm');
const errorOf = (work: Promise<unknown>) => work.catch((error: unknown) => error);

test.each([
  ['of one byte', 1],
  ['of three parts', 2 * PART + 7],
  ['of whole parts', 2 * PART],
  ['of more parts than one answer has links', 10 * PART + 1],
])('a file %s arrives with a message as it was', async (_, length) => {
  const one = aws.openCase();
  const writer = await open();
  const bytes = someBytes(length);
  const id = await writer.upload('障害.log', bytes);
  expect(await writer.uploadState(id)).toBe('waiting');
  expect(await errorOf(writer.reply(one.caseIds[0] ?? '', 'x', [id]))).toMatchObject({
    name: 'InvalidParameterValueException',
  });
  const upload = aws.support.uploads[id];
  if (upload?.completedAt !== undefined) upload.completedAt -= 11_000;
  expect(await writer.uploadState(id)).toBe('ready');
  await writer.reply(one.caseIds[0] ?? '', 'x', [id]);

  const [file] = one.communications.at(-1)?.attachments ?? [];
  expect(file).toMatchObject({ fileName: '障害.log', bytes: length });
  expect(Buffer.from(file?.data ?? '', 'base64').equals(bytes)).toBe(true);
  expect(statusOf(one)).not.toBe('resolved');
});

test('an upload that AWS does not take is told', async () => {
  const writer = await open();
  const id = await writer.upload('a.log', someBytes(10));
  const upload = aws.support.uploads[id];
  if (upload) upload.hasFailed = true;

  expect(await writer.uploadState(id)).toBe('failed');
});

test('what goes wrong on the way may go better later', async () => {
  const writer = await open();
  aws.support.habits.linkMs = -1;
  expect(await errorOf(writer.upload('a.log', someBytes(10)))).toMatchObject(LATER);
  aws.support.habits.linkMs = 60_000;
  aws.faults.fail('support:CompleteAttachmentUpload', new AwsError('ThrottlingException', 'no', 400), {
    times: 9,
  });
  expect(await errorOf(writer.upload('a.log', someBytes(10)))).toMatchObject(LATER);
  expect(await errorOf(writer.uploadState('upload-none'))).toMatchObject(LATER);
});

test('a call that fails once is asked again', async () => {
  const writer = await open();
  const outage = () => new AwsError('InternalServerError', 'no', 500);
  for (const operation of ['GetAttachmentUploadLinks', 'CompleteAttachmentUpload'])
    aws.faults.fail(`support:${operation}`, outage(), { times: 1 });

  expect(await writer.upload('a.log', someBytes(10))).toMatch(/^upload-/);
});
