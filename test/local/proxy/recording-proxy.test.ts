import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { type AwsBackend, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';

const ACCESS_KEY = 'ASIAAAAAAAAAAAAAAAAA';
const getItem = new GetItemCommand({ TableName: 'ledger', Key: { pk: { S: 'a secret' } } });

const clock = new Clock();
let served: string[];
let proxy: RecordingProxy;

const dynamodb = awsJsonBackend({
  GetItem: () => {
    served.push('GetItem');
    return { Item: { pk: { S: 'a secret' } } };
  },
  Query: () => {
    throw new AwsError('ResourceNotFoundException', 'no such table');
  },
});
const sqs = awsJsonBackend({ SendMessage: () => ({ MessageId: '1' }) });
const s3: AwsBackend = async ({ path }) => ({ status: 200, headers: { etag: '"1"' }, body: path });
const broken: AwsBackend = () => Promise.reject(new Error('a bug'));

beforeEach(async () => {
  served = [];
  proxy = await startRecordingProxy({ clock, backends: { dynamodb, sqs, s3, ssm: broken } });
});
afterEach(() => proxy.close());

function settings() {
  const credentials = { accessKeyId: ACCESS_KEY, secretAccessKey: 'x' };
  return { endpoint: proxy.url, region: 'eu-west-1', credentials, maxAttempts: 1 };
}

test('An answer bears the date of the emulated time: by another the SDK would repeat each refused call', async () => {
  clock.advance(86_400_000);
  const { headers } = await fetch(proxy.url, { method: 'POST' });

  expect(Date.parse(headers.get('date') ?? '')).toBeCloseTo(clock.now(), -4);
});

test('A call is recorded with its caller, operation and resources, and without its content', async () => {
  proxy.registerCaller(ACCESS_KEY, { function: 'desk', sandbox: 's1', requestId: 'r1' });
  clock.advance(60_000);
  const { Item } = await new DynamoDBClient(settings()).send(getItem);

  expect(Item).toEqual({ pk: { S: 'a secret' } });
  expect(proxy.calls).toEqual([
    {
      id: 1,
      at: expect.closeTo(clock.now(), -4) as unknown,
      caller: { function: 'desk', sandbox: 's1', requestId: 'r1' },
      service: 'dynamodb',
      operation: 'GetItem',
      resources: ['ledger'],
      status: 200,
      errorCode: undefined,
      durationMs: expect.any(Number) as unknown,
    },
  ]);
  expect(JSON.stringify(proxy.calls)).not.toContain('a secret');
});

test('A caller that nobody registered is unknown', async () => {
  await new DynamoDBClient(settings()).send(getItem);
  expect(proxy.calls[0]?.caller).toEqual({ function: 'unknown', sandbox: 'unknown' });
});

test('An exception reaches the SDK and the record', async () => {
  const query = new DynamoDBClient(settings()).send(new QueryCommand({ TableName: 'ledger' }));
  await expect(query).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  expect(proxy.calls[0]).toMatchObject({ status: 400, errorCode: 'ResourceNotFoundException' });
});

test('SQS is known by its signature, whatever the path of the queue URL', async () => {
  const QueueUrl = `${proxy.url}/000000000000/alerts`;
  const sent = await new SQSClient({ ...settings(), md5: false }).send(
    new SendMessageCommand({ QueueUrl, MessageBody: 'x' }),
  );
  expect(sent.MessageId).toBe('1');
  expect(proxy.calls[0]).toMatchObject({
    service: 'sqs',
    operation: 'SendMessage',
    resources: ['alerts'],
  });
});

test('A presigned S3 link is known by its query and path', async () => {
  const credential = `${ACCESS_KEY}/20261101/eu-west-1/s3/aws4_request`;
  const link = `/reports/a.csv?X-Amz-Credential=${encodeURIComponent(credential)}`;
  const answer = await fetch(proxy.url + link);
  expect(answer.headers.get('etag')).toBe('"1"');
  expect(await answer.text()).toBe(link);
  expect(proxy.calls[0]).toMatchObject({
    service: 's3',
    operation: 'GetObject',
    resources: ['reports/a.csv'],
  });
});

test.each([
  ['sts', 400, 'ServiceNotEmulated'],
  ['ssm', 500, 'InternalFailure'],
])('What no backend can answer fails loudly: %s', async (service, status, errorCode) => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/20261101/eu-west-1/${service}/aws4_request`;
  const body = new URLSearchParams({ Action: 'Anything' });
  const answer = await fetch(proxy.url, { method: 'POST', headers: { authorization }, body });
  expect(answer.status).toBe(status);
  expect(proxy.calls[0]).toMatchObject({ service, operation: 'Anything', status, errorCode });
});

test('A hook may answer instead of the service', async () => {
  const body = JSON.stringify({ __type: 'AccessDeniedException' });
  const remove = proxy.addHook({ before: async () => ({ status: 400, headers: {}, body }) });
  const client = new DynamoDBClient(settings());
  await expect(client.send(getItem)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(served).toEqual([]);
  remove();
  await client.send(getItem);
  expect(served).toEqual(['GetItem']);
});

test('A hook may change the answer of the service', async () => {
  proxy.addHook({ after: async (_call, _caller, answer) => ({ ...answer, body: '{}' }) });
  expect((await new DynamoDBClient(settings()).send(getItem)).Item).toBeUndefined();
});

test('A hook that hangs up before a call keeps it from the service', async () => {
  proxy.addHook({ before: async () => 'hang-up' });
  await expect(new DynamoDBClient(settings()).send(getItem)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(served).toEqual([]);
  expect(proxy.calls[0]).toMatchObject({ operation: 'GetItem', status: 0 });
});

test('A hook that hangs up after a call keeps the answer from the caller', async () => {
  proxy.addHook({ after: async () => 'hang-up' });
  await expect(new DynamoDBClient(settings()).send(getItem)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(served).toEqual(['GetItem']);
  expect(proxy.calls[0]).toMatchObject({ operation: 'GetItem', status: 200 });
});

test('A call whose caller left while it was held is not served', async () => {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const remove = proxy.addHook({
    before: async () => {
      held.resolve();
      await released.promise;
    },
  });
  const leaving = new AbortController();
  const call = new DynamoDBClient(settings()).send(getItem, { abortSignal: leaving.signal });
  await held.promise;
  leaving.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  remove();
  // A round trip, by which the proxy has seen the connection end.
  await fetch(proxy.url);
  released.resolve();
  await expect.poll(() => proxy.calls).toContainEqual(expect.objectContaining({ id: 1, status: 0 }));
  expect(served).toEqual([]);
});
