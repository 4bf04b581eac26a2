import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  DeleteParameterCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createParameterStore, type ParameterStore } from '#local/counterparts/parameter-store.ts';

let store: ParameterStore;
let server: Server;
let client: SSMClient;

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      const call = {
        id: 1,
        service: 'ssm',
        region: 'eu-central-1',
        accessKeyId: 'a',
        method: 'POST',
        path: '/',
      };
      const answer = await store.backend({ ...call, operation, headers: {}, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  client = new SSMClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials,
    maxAttempts: 1,
  });
});

afterAll(async () => {
  client.destroy();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  store = createParameterStore({ '/reeve/slack-token': 'xoxb-1' });
});

const get = async (Name: string, WithDecryption = true) =>
  (await client.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter;
const put = (Name: string, Value: string, more: object = { Type: 'String' }) =>
  client.send(new PutParameterCommand({ Name, Value, ...more }));

describe('GetParameter', () => {
  it('shows a secure string decrypted, and opaque otherwise', async () => {
    expect(await get('/reeve/slack-token')).toMatchObject({
      Name: '/reeve/slack-token',
      Type: 'SecureString',
      Value: 'xoxb-1',
      Version: 1,
      LastModifiedDate: expect.any(Date) as Date,
      ARN: 'arn:aws:ssm:eu-central-1:000000000000:parameter/reeve/slack-token',
    });
    expect((await get('/reeve/slack-token', false))?.Value).toMatch(/^AQICAH/);
  });

  it('takes an ARN, and sees a changed value', async () => {
    store.set('/reeve/slack-token', 'xoxb-2');
    const parameter = await get('arn:aws:ssm:eu-central-1:000000000000:parameter/reeve/slack-token');
    expect(parameter).toMatchObject({ Value: 'xoxb-2', Version: 2 });
  });

  it('throws ParameterNotFound for an unknown name', async () => {
    await expect(get('/reeve/nothing')).rejects.toThrow(ParameterNotFound);
  });
});

it('gets several at once and names those that are missing', async () => {
  const command = (Names: string[]) => new GetParametersCommand({ Names, WithDecryption: true });
  expect(await client.send(command(['/reeve/slack-token', '/reeve/nothing']))).toMatchObject({
    Parameters: [{ Value: 'xoxb-1' }],
    InvalidParameters: ['/reeve/nothing'],
  });
  await expect(client.send(command(Array.from({ length: 11 }, (_, i) => `/n${i}`)))).rejects.toThrow(
    '1 to 10',
  );
});

describe('PutParameter', () => {
  it('overwrites only when told, and keeps the type', async () => {
    await expect(put('/reeve/slack-token', 'x')).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
    expect(await put('/reeve/slack-token', 'x', { Overwrite: true })).toMatchObject({ Version: 2 });
    expect(await get('/reeve/slack-token')).toMatchObject({ Type: 'SecureString', Value: 'x' });
  });

  it('takes 4,096 bytes and refuses one more', async () => {
    expect(await put('/a', 'ü'.repeat(2048))).toMatchObject({ Version: 1 });
    await expect(put('/b', 'a'.repeat(4097))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it.each([
    ['a name with a space', '/a b', {}, 'ValidationException'],
    ['a name with levels but no slash in front', 'a/b', {}, 'ValidationException'],
    ['a name of AWS', '/aws/a', {}, 'ValidationException'],
    ['sixteen levels', '/a'.repeat(16), {}, 'HierarchyLevelLimitExceededException'],
    ['a new parameter without a type', '/a', { Type: undefined }, 'ValidationException'],
  ])('refuses %s', async (_, name, more, code) => {
    await expect(put(name, 'x', { Type: 'String', ...more })).rejects.toMatchObject({ name: code });
  });
});

it('deletes a parameter, lists the others without their values', async () => {
  await put('/b', 'x');
  await client.send(new DeleteParameterCommand({ Name: '/reeve/slack-token' }));
  const { Parameters } = await client.send(new DescribeParametersCommand({}));
  expect(Parameters).toEqual([expect.objectContaining({ Name: '/b', Type: 'String' })]);
  expect(Parameters?.[0]).not.toHaveProperty('Value');
  await expect(client.send(new DeleteParameterCommand({ Name: '/b/c' }))).rejects.toThrow(ParameterNotFound);
});
