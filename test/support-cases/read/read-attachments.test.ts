import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newAttachment } from '#local/counterparts/organization/change-cases.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { type ASupport, allOf, aSupport, HOUR_MS } from './a-support.ts';

const SMALL = newAttachment({ fileName: 'log.txt', data: Buffer.from('first\nsecond').toString('base64') });
const LARGE = newAttachment({ fileName: 'heap.hprof', bytes: 5 * 1024 * 1024 + 1 });

let aws: ASupport;
let unhook = () => {};
beforeAll(async () => {
  aws = await aSupport();
});
beforeEach(() => {
  aws.empty();
  unhook();
  aws.openCase({ attachments: [SMALL, LARGE] });
  earlier = aws.proxy.calls.length;
});
afterAll(() => aws.close());

async function fetched(id: string) {
  const file = await (await aws.open()).attachment(id);
  return file && { fileName: file.fileName, bytes: await buffer(file.chunks) };
}
let earlier = 0;
/** In this test. */
const callsOf = (operation: string) =>
  aws.proxy.calls.slice(earlier).filter((call) => call.operation === operation).length;
/** What the host of files answers, in turn; then what it would. */
const answering = (...statuses: number[]) => {
  unhook = aws.gateway.addHook({
    before: async () => {
      const status = statuses.shift();
      return status === undefined ? undefined : { status, headers: {}, body: '<Error/>' };
    },
  });
};

test('all files of a message are listed and fetched, those over 5 MB too (awslabs/mcp#3321)', async () => {
  const [read] = await allOf((await aws.open()).cases({ includeResolved: false }));
  const files = read?.recent.messages[0]?.attachments ?? [];

  expect(files).toEqual([SMALL, LARGE].map(({ id, fileName }) => ({ id, fileName })));
  const lengths = await Promise.all(files.map(async ({ id }) => (await fetched(id))?.bytes.length));
  expect(lengths).toEqual([SMALL.bytes, LARGE.bytes]);
  expect(callsOf('DescribeAttachment')).toBe(0);
});

test('a file is what was attached, by its name', async () => {
  expect(await fetched(SMALL.id)).toEqual({ fileName: 'log.txt', bytes: Buffer.from('first\nsecond') });
});

test('a link that has expired is asked for again, once', async () => {
  const lasting = [-1000, HOUR_MS];
  Object.defineProperty(aws.support.habits, 'linkMs', { get: () => lasting.shift() });

  expect((await fetched(LARGE.id))?.bytes).toHaveLength(LARGE.bytes);
  expect(lasting).toEqual([]);
});

test('where links lead nowhere, small files come by the older call, and large ones are an error', async () => {
  answering(403, 403, 403, 403);
  expect((await fetched(SMALL.id))?.bytes.toString()).toBe('first\nsecond');
  await expect(fetched(LARGE.id)).rejects.toThrow('The link to an attachment is refused');
});

test('where the role may not ask for links, small files come by the older call', async () => {
  aws.faults.deny('support:GetAttachmentDownloadLink');

  expect((await fetched(SMALL.id))?.bytes.toString()).toBe('first\nsecond');
  await expect(fetched(LARGE.id)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a file that AWS has no more is none', async () => {
  expect(await fetched('attachment-gone')).toBeUndefined();
  expect(callsOf('DescribeAttachment')).toBe(0);
});

test('where the account has no plan, the older call is not made: it would be told the same', async () => {
  aws.faults.fail('support:GetAttachment*', new AwsError('SubscriptionRequiredException', 'no'));

  await expect(fetched(SMALL.id)).rejects.toMatchObject({ name: 'SubscriptionRequiredException' });
  expect(callsOf('DescribeAttachment')).toBe(0);
});

test('an error names neither the link nor what was answered', async () => {
  answering(500);
  const error = await fetched(LARGE.id).catch((cause: unknown) => cause);

  expect(error).toMatchObject({ fields: { status: 500 } });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/X-Amz|<Error|heap/);
});

test('a file that breaks off is an error, not a shorter file', async () => {
  unhook = aws.gateway.addHook({ after: async () => 'hang-up' });
  aws.faults.fail('support:DescribeAttachment', new AwsError('DescribeAttachmentLimitExceeded', 'Too many'));

  await expect(fetched(SMALL.id)).rejects.toMatchObject({ code: 'ECONNRESET' });
});
