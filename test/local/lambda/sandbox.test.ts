import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Caller } from '#local/proxy/caller.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { aFunction } from './a-function.ts';
import { aHost } from './a-host.ts';

const clock = new Clock();

test('A sandbox sees the environment of its function and of Lambda, nothing of this machine', async () => {
  process.env['HOST_SECRET'] = 'x';
  onTestFinished(() => void delete process.env['HOST_SECRET']);
  const fn = aFunction('export const handler = async () => ({ env: process.env, cwd: process.cwd() })', {
    environment: { TABLE_NAME: 'ledger', AWS_REGION: 'not to be overridden' },
  });
  const result = await aHost(fn).run();
  const { env, cwd } = (result.status === 'ok' ? result.payload : {}) as {
    env: Record<string, string>;
    cwd: string;
  };

  expect(cwd).toBe(fn.codeDirectory);
  expect(env).toMatchObject({ TABLE_NAME: 'ledger', AWS_REGION: 'eu-west-1', TZ: ':UTC' });
  expect(env['AWS_ACCESS_KEY_ID']).toMatch(/^ASIA[A-Z2-7]{16}$/);
  const others = Object.keys(env).filter((name) => !/^(AWS_|_HANDLER$|_X_AMZN_|LAMBDA_|TZ$)/.test(name));
  expect(others).toEqual(['TABLE_NAME']);
});

test('Every form of the date in a sandbox follows the clock', async () => {
  const clock = new Clock();
  const code = `
    const atInit = Date.now();
    class Special extends Date {}
    export const handler = async () => ({
      atInit, now: Date.now(), constructed: +new Date(), text: Date.parse(Date()), special: +new Special(),
      given: new Date(5).getTime(), isDate: new Date() instanceof Date && new Date().constructor === Date,
      sinceStart: performance.now(),
    })`;
  const host = aHost(aFunction(code), { clock });
  clock.advance(1e12);
  expect(await host.run()).toMatchObject({ payload: { atInit: expect.closeTo(clock.now(), -4) as unknown } });
  clock.advance(1e12);
  const now = expect.closeTo(clock.now(), -4) as unknown;
  expect(await host.run()).toMatchObject({
    payload: {
      now,
      constructed: now,
      text: now,
      special: now,
      given: 5,
      isDate: true,
      sinceStart: expect.closeTo(0, -5) as unknown,
    },
  });
});

test('An AWS call of a sandbox is recorded under its invocation', async () => {
  const backends = { dynamodb: awsJsonBackend({ GetItem: () => ({ Item: { pk: { S: 'a' } } }) }) };
  const proxy = await startRecordingProxy({ clock, backends });
  onTestFinished(() => proxy.close());
  const sdk = fileURLToPath(import.meta.resolve('@aws-sdk/client-dynamodb'));
  const code = `
    const { DynamoDBClient, GetItemCommand } = require('${sdk}');
    const command = new GetItemCommand({ TableName: 'ledger', Key: { pk: { S: 'a' } } });
    exports.handler = async () => (await new DynamoDBClient({}).send(command)).Item;`;
  const host = aHost(aFunction(code, { file: 'index.cjs' }), {
    clock,
    proxyUrl: proxy.url,
    registerCaller: proxy.registerCaller,
  });

  const { requestId, ...result } = await host.run();
  expect(result).toMatchObject({ status: 'ok', payload: { pk: { S: 'a' } } });
  const caller: Caller = { function: 'a-function', sandbox: host.sandboxes()[0]?.id ?? '', requestId };
  expect(proxy.calls).toMatchObject([{ caller, operation: 'GetItem', resources: ['ledger'], status: 200 }]);
});

test('A sandbox that is killed before its call is forwarded never reached the service', async () => {
  const served: string[] = [];
  const backends = { sqs: awsJsonBackend({ SendMessage: () => void served.push('SendMessage') }) };
  const proxy = await startRecordingProxy({ clock, backends });
  onTestFinished(() => proxy.close());
  const sdk = fileURLToPath(import.meta.resolve('@aws-sdk/client-sqs'));
  const code = `
    const { SQSClient, SendMessageCommand } = require('${sdk}');
    const command = new SendMessageCommand({ QueueUrl: '${proxy.url}/000000000000/alerts', MessageBody: 'x' });
    exports.handler = async () => void (await new SQSClient({}).send(command));`;
  const host = aHost(aFunction(code, { file: 'index.cjs' }), {
    clock,
    proxyUrl: proxy.url,
    registerCaller: proxy.registerCaller,
  });
  proxy.addHook({
    before: async (_call, { sandbox }) => {
      await host.kill(sandbox);
      return 'hang-up';
    },
  });

  expect(await host.run()).toMatchObject({ status: 'error', errorType: 'Crash' });
  await expect.poll(() => proxy.calls).toMatchObject([{ operation: 'SendMessage', status: 0 }]);
  expect(served).toEqual([]);
});

test('A sandbox does not outlive a host that is killed', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const code = `
    const { connect } = require('node:net');
    exports.handler = () => new Promise(() => connect(${port}, '127.0.0.1'));`;
  const { codeDirectory } = aFunction(code, { file: 'index.cjs' });
  const script = fileURLToPath(new URL('./host-with-a-sandbox.ts', import.meta.url));
  const host = fork(script, [codeDirectory], { execArgv: [] });

  const [connection] = (await once(server, 'connection')) as [Socket];
  const ended = once(connection.resume(), 'close');
  host.kill('SIGKILL');
  await expect(ended).resolves.toBeDefined();
});
