import { expect, test } from 'vitest';
import type { LogLine } from '#local/lambda/sandbox-settings.ts';
import { aFunction } from './a-function.ts';
import { aHost } from './a-host.ts';

const FOREVER = 'await new Promise(() => setInterval(() => {}, 1000));';

test('A handler gets the event and its context, and its result comes back', async () => {
  const fn = aFunction(`
    const top = await Promise.resolve('top-level await');
    export const handler = async (event, context) => ({ event, top, context, left: context.getRemainingTimeInMillis() });
  `);
  const result = await aHost(fn).run({ a: [1] });
  expect(result).toMatchObject({
    status: 'ok',
    cold: true,
    payload: {
      event: { a: [1] },
      top: 'top-level await',
      context: {
        functionName: fn.name,
        invokedFunctionArn: fn.arn,
        awsRequestId: result.requestId,
        memoryLimitInMB: '128',
      },
      left: expect.closeTo(10_000, -3) as unknown,
    },
  });
});

test.each([
  ['CommonJS', 'index.cjs', 'exports.handler = async () => __filename.slice(-9)', 'index.cjs'],
  ['a .js file', 'index.js', 'exports.handler = async () => 1', 1],
  ['a handler without a result', 'index.mjs', 'export const handler = async () => {}', null],
])('Runs %s', async (_, file, code, payload) => {
  expect(await aHost(aFunction(code, { file })).run()).toMatchObject({ status: 'ok', payload });
});

test('A warm sandbox keeps its state', async () => {
  const host = aHost(aFunction('let n = 0; export const handler = async () => ++n;'));
  expect(await host.run()).toMatchObject({ payload: 1, cold: true });
  expect(await host.run()).toMatchObject({ payload: 2, cold: false });
  expect(host.sandboxes()).toMatchObject([{ function: 'a-function', state: 'idle' }]);
});

test('An error of the handler fails the invocation, not the sandbox', async () => {
  const code = `export const handler = async ({ bad }) => { if (bad) throw new TypeError('no'); return 1; }`;
  const host = aHost(aFunction(code));
  expect(await host.run({ bad: true })).toMatchObject({
    status: 'error',
    errorType: 'Unhandled',
    errorMessage: 'TypeError: no',
  });
  expect(await host.run()).toMatchObject({ payload: 1, cold: false });
});

test.each([
  ['A loop without end', 'for (;;);', 'Timeout', 'Task timed out after 0.50 seconds'],
  ['A wait without end', FOREVER, 'Timeout', 'Task timed out after 0.50 seconds'],
  ['A promise that nothing settles', 'await new Promise(() => {});', 'Crash', 'exit status 13'],
  ['An early exit', 'process.exit(0);', 'Crash', 'without providing a reason'],
  ['An exit with a status', 'process.exit(3);', 'Crash', 'exit status 3'],
  ['An error outside the handler', `setTimeout(() => { throw 1; });${FOREVER}`, 'Crash', 'exit status 1'],
  ['A rejection that nobody handles', `Promise.reject(1);${FOREVER}`, 'Crash', 'exit status 1'],
])('%s fails the invocation, and the sandbox is replaced', async (_, code, errorType, message) => {
  const fn = aFunction(`export const handler = async ({ ok }) => { if (ok) return 1; ${code} }`, {
    timeoutSeconds: 5,
  });
  const host = aHost(fn, { speed: errorType === 'Timeout' ? 10 : 1 });
  expect(await host.run()).toMatchObject({
    status: 'error',
    errorType,
    errorMessage: expect.stringContaining(message) as unknown,
  });
  expect(await host.run({ ok: true })).toMatchObject({ payload: 1, cold: true });
});

test('A heap that grows beyond its memory fails as on Lambda', async () => {
  const code = 'export const handler = async () => { const all = []; for (;;) all.push([Math.random()]); }';
  const result = await aHost(aFunction(code, { memoryMegabytes: 32 })).run();
  expect(result).toMatchObject({ status: 'error', errorType: 'OutOfMemory' });
});

test.each([
  ['throws', `throw new Error('no settings');`, 'InitError', 'Error: no settings'],
  [
    'exports no handler',
    'export const other = 1;',
    'InitError',
    'index.handler is undefined or not exported',
  ],
  ['is no JavaScript', 'export const = ;', 'InitError', 'SyntaxError'],
  ['exits', 'process.exit(1);', 'Crash', 'exit status 1'],
  ['does not end', 'for (;;);', 'Timeout', 'Init timed out after 0.50 seconds'],
])('A module that %s fails the invocation', async (_, code, errorType, message) => {
  const host = aHost(aFunction(code), errorType === 'Timeout' ? { initLimitSeconds: 0.5 } : {});
  expect(await host.run()).toMatchObject({
    status: 'error',
    errorType,
    errorMessage: expect.stringContaining(message) as unknown,
  });
  expect(host.sandboxes()).toEqual([]);
});

test.each([
  ['no such file', { handler: 'other.handler' }, `Cannot find module 'other'`],
  ['no such folder', { codeDirectory: '/nowhere' }, 'ENOENT'],
])('A function with %s is an init error', async (_, given, message) => {
  const result = await aHost(aFunction('', given)).run();
  expect(result).toMatchObject({
    errorType: 'InitError',
    errorMessage: expect.stringContaining(message) as unknown,
  });
});

test('A sandbox killed in the middle fails its invocation', async () => {
  const host = aHost(aFunction(`export const handler = async () => { ${FOREVER} }`));
  const result = host.run();
  await expect.poll(() => host.sandboxes()[0]?.state).toBe('busy');
  await host.kill(host.sandboxes()[0]?.id ?? '');
  expect(await result).toMatchObject({
    errorType: 'Crash',
    errorMessage: expect.stringContaining('killed') as unknown,
  });
  expect(host.sandboxes()).toEqual([]);
});

test('Every line is logged under the invocation that wrote it', async () => {
  const lines: LogLine[] = [];
  const code = `
    console.log('top');
    export const handler = async ({ n }) => {
      console.log('one', n);
      console.error('two\\nthree');
      process.stdout.write('unfinished');
    }`;
  const host = aHost(aFunction(code), { onLog: (line) => lines.push(line) });
  const written = (requestId: string) =>
    lines.filter((line) => line.requestId === requestId).map(({ line }) => line);

  const first = await host.run({ n: 1 });
  expect(written(first.requestId).sort()).toEqual(['one 1', 'three', 'top', 'two', 'unfinished']);
  const second = await host.run({ n: 2 });
  expect(written(second.requestId).sort()).toEqual(['one 2', 'three', 'two', 'unfinished']);
});

test('A function that nobody knows is a mistake of the caller', async () => {
  await expect(aHost(aFunction('')).invoke('another', {})).rejects.toThrow('No function another');
});
