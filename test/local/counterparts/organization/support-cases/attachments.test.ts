import {
  AddAttachmentsToSetCommand,
  AddCommunicationToCaseCommand,
  DescribeAttachmentCommand,
  GetAttachmentDownloadLinkCommand,
} from '@aws-sdk/client-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newAttachment } from '#local/counterparts/organization/change-cases.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { HUB, MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { HOUR_MS, type ServedCases, servedCases } from './asked-cases.ts';

const MEGABYTE = 1024 * 1024;
const SMALL = newAttachment({ fileName: 'log.txt', data: Buffer.from('first\nsecond').toString('base64') });
const EXACT = newAttachment({ fileName: 'exact.bin', bytes: 5 * MEGABYTE });
const LARGE = newAttachment({ fileName: 'heap.hprof', bytes: 5 * MEGABYTE + 1 });

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
  served.open({ attachments: [SMALL, EXACT, LARGE] });
});
afterEach(() => served.close());

const file = (attachmentId: string) => served.client.send(new DescribeAttachmentCommand({ attachmentId }));
const link = (attachmentId: string, client = served.client) =>
  client.send(new GetAttachmentDownloadLinkCommand({ attachmentId }));

test('Files over 5 MB are named in one of the two lists only (awslabs/mcp#3321)', async () => {
  const message = (await served.ask()).cases?.[0]?.recentCommunications?.communications?.[0];
  expect(message?.attachmentSet?.map(({ fileName }) => fileName)).toEqual(['log.txt', 'exact.bin']);
  expect(message?.attachments?.map(({ fileName }) => fileName)).toEqual([
    'log.txt',
    'exact.bin',
    'heap.hprof',
  ]);
});

test('DescribeAttachment gives small files and refuses large ones', async () => {
  const { attachment } = await file(SMALL.id);
  expect(attachment?.fileName).toBe('log.txt');
  expect(Buffer.from(attachment?.data ?? []).toString()).toBe('first\nsecond');
  expect((await file(EXACT.id)).attachment?.data).toHaveLength(5 * MEGABYTE);
  await expect(file(LARGE.id)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  await expect(file('other')).rejects.toMatchObject({ name: 'AttachmentIdNotFound' });
});

test('DescribeAttachment throttles in its own words', async () => {
  const error = new AwsError('DescribeAttachmentLimitExceeded', 'Too many attachments');
  served.faults.fail('support:DescribeAttachment', error, { times: 1 });
  await expect(file(SMALL.id)).rejects.toMatchObject({ name: 'DescribeAttachmentLimitExceeded' });
});

describe('A download link', () => {
  test.each([SMALL, LARGE])('leads to a file of any size', async ({ id, fileName, bytes }) => {
    const { downloadUrl, fileName: named } = await link(id);
    expect([named, new URL(downloadUrl?.url ?? '').host]).toEqual([
      fileName,
      'downloadv1.attachments.support.us-east-1.amazonaws.com',
    ]);
    const answer = await served.fetchLink(downloadUrl?.url ?? '');
    expect([answer?.status, answer?.body.length]).toEqual([200, bytes]);
  });

  test('expires when it says', async () => {
    const { downloadUrl: { url = '', expiryDate = '' } = {} } = await link(SMALL.id);
    expect(Date.parse(expiryDate) - served.now()).toBeGreaterThan(HOUR_MS - 5000);
    served.clock.advance(HOUR_MS + 1000);
    expect(await served.fetchLink(url)).toMatchObject({ status: 403 });
  });

  test('is good as it was made only', async () => {
    const { downloadUrl: { url = '' } = {} } = await link(SMALL.id);
    expect(await served.fetchLink(url.replace(SMALL.id, LARGE.id))).toMatchObject({ status: 403 });
    expect(await served.fetchLink(url.replace('X-Amz-Date=2', 'X-Amz-Date=3'))).toMatchObject({
      status: 403,
    });
  });

  test('is not given to other accounts', async () => {
    await expect(link(SMALL.id, served.clientIn('us-east-1', HUB))).rejects.toMatchObject({
      name: 'AttachmentIdNotFound',
    });
  });
});

describe('A set of attachments', () => {
  const add = (files: number, attachmentSetId?: string, bytes = 10) =>
    served.client.send(
      new AddAttachmentsToSetCommand({
        attachmentSetId,
        attachments: Array.from({ length: files }, (_, index) => ({
          fileName: `${index}.txt`,
          data: new Uint8Array(bytes),
        })),
      }),
    );
  const reply = (attachmentSetId: string) =>
    served.client.send(
      new AddCommunicationToCaseCommand({
        caseId: served.support.cases[0]?.caseIds[0],
        communicationBody: 'With files',
        attachmentSetId,
      }),
    );

  test('goes with a message', async () => {
    const { attachmentSetId = '', expiryTime } = await add(2);
    expect(expiryTime).toMatch(/\.\d{3}\+0000$/);
    await add(1, attachmentSetId);
    expect((await reply(attachmentSetId)).result).toBe(true);
    const message = (await served.ask()).cases?.[0]?.recentCommunications?.communications?.[0];
    expect(message?.attachments).toHaveLength(3);
  });

  test('holds three files of 5 MB', async () => {
    const { attachmentSetId } = await add(3);
    const refused = { name: 'AttachmentSetSizeLimitExceeded' };
    await expect(add(1, attachmentSetId)).rejects.toMatchObject(refused);
    await expect(add(1, undefined, 5 * MEGABYTE + 1)).rejects.toMatchObject(refused);
  });

  test('lasts an hour, and is of its account', async () => {
    const { attachmentSetId = '' } = await add(1);
    const [set] = Object.values(served.support.attachmentSets);
    if (set) set.account = HUB;
    await expect(reply(attachmentSetId)).rejects.toMatchObject({ name: 'AttachmentSetIdNotFound' });
    if (set) set.account = MEMBER;
    served.clock.advance(HOUR_MS + 1);
    await expect(reply(attachmentSetId)).rejects.toMatchObject({ name: 'AttachmentSetExpired' });
    await expect(add(1, 'as-none')).rejects.toMatchObject({ name: 'AttachmentSetIdNotFound' });
    await expect(reply('as-none')).rejects.toMatchObject({ name: 'AttachmentSetIdNotFound' });
  });
});
