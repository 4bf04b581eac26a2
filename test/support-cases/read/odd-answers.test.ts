import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { accountClient } from '#lambdas/support-cases/read/account-client.ts';
import { Clock } from '#local/clock.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { allOf } from './a-support.ts';

const OPEN = { includeResolved: false };
const clock = new Clock();
const warned: [string, Record<string, unknown>][] = [];
const ports = {
  now: () => new Date(0),
  sleep: async () => {},
  warn: (message: string, fields: Record<string, unknown>) => void warned.push([message, fields]),
};

let proxy: RecordingProxy;
let answers: ((input: Record<string, unknown>) => unknown)[];
let asked: Record<string, unknown>[];
beforeAll(async () => {
  const support = async ({ body }: AwsCall) => {
    const input = JSON.parse(body.toString()) as Record<string, unknown>;
    asked.push(input);
    const answer = answers.shift()?.(input);
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: text };
  };
  proxy = await startRecordingProxy({ clock, backends: { support } });
  vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'hub');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
beforeEach(() => {
  answers = [];
  asked = [];
});
afterEach(() => void (warned.length = 0));
afterAll(async () => {
  vi.unstubAllEnvs();
  await proxy.close();
  clock.stop();
});

const open = () => accountClient({ partition: 'aws', regions: ['us-east-1'], reader: undefined }, ports)('1');
const cases = async () => allOf((await open()).cases(OPEN));
const message = (body: string) => ({
  body,
  submittedBy: 'Amazon Web Services',
  timeCreated: '2026-11-01T10:00:00Z',
});
const aCase = (more: Record<string, unknown> = {}) => ({
  caseId: 'case-1',
  displayId: '1',
  timeCreated: '2026-11-01T10:00:00.000Z',
  ...more,
});

test('no question about cases names a language, since that would hide the others (openshift/aws-account-operator#174)', async () => {
  answers = [() => ({ cases: [] }), () => ({ cases: [] }), () => ({ cases: [] })];
  const api = await open();
  const createdAfter = '2026-10-01T00:00:00.000Z';
  for (const question of [OPEN, { displayId: '1' }, { includeResolved: true, createdAfter }])
    await allOf(api.cases(question));

  const always = { includeCommunications: true, maxResults: 100 };
  expect(asked).toEqual([
    { includeResolvedCases: false, ...always },
    { displayId: '1', includeResolvedCases: true, ...always },
    { includeResolvedCases: true, afterTime: createdAfter, ...always },
  ]);
});

test('a case of which AWS says next to nothing is read', async () => {
  answers = [() => ({ cases: [aCase()] })];
  const bare = { subject: '', status: '', service: '', category: '', severity: '', submittedBy: '', cc: [] };

  expect(await cases()).toEqual([
    {
      caseId: 'case-1',
      displayId: '1',
      createdAt: '2026-11-01T10:00:00.000Z',
      ...bare,
      recent: { messages: [], hasMore: false },
    },
  ]);
});

test.each<[string, Record<string, unknown>]>([
  ['nothing', { subject: null, recentCommunications: null, ccEmailAddresses: null }],
  ['other things', { subject: 7, language: {}, recentCommunications: 'none', ccEmailAddresses: 'all' }],
  ['a list of other things', { recentCommunications: { communications: 'x' }, ccEmailAddresses: [null, 3] }],
])('a field that holds %s costs nothing else', async (_, odd) => {
  answers = [() => ({ cases: [aCase(odd), aCase({ displayId: '2' })] })];

  expect((await cases()).map(({ displayId, cc }) => [displayId, cc])).toEqual([
    ['1', []],
    ['2', []],
  ]);
});

test('a display id that comes as a number is read as its digits', async () => {
  answers = [() => ({ cases: [aCase({ displayId: 176962049400621 })] })];

  expect((await cases())[0]?.displayId).toBe('176962049400621');
});

test('a case without an id is reported and left out, and those after it are read (fernweh58/aws-support-case-bot)', async () => {
  const nameless = [aCase({ displayId: undefined }), null, aCase({ caseId: '' }), aCase({ displayId: '' })];
  answers = [() => ({ cases: [...nameless, aCase({ displayId: '2' })] })];

  expect((await cases()).map(({ displayId }) => displayId)).toEqual(['2']);
  expect(warned).toEqual([['Cases without an id or a time were left out', { account: '1', cases: 4 }]]);
});

test('a message without a time is reported, and has to be read again', async () => {
  const communications = [message('one'), { ...message('two'), timeCreated: 'soon' }];
  answers = [() => ({ cases: [aCase({ recentCommunications: { communications } })] })];

  expect((await cases())[0]?.recent).toMatchObject({ messages: [{ body: 'one' }], hasMore: true });
  expect(warned).toEqual([
    ['Messages without a time were left out', { account: '1', displayId: '1', messages: 1 }],
  ]);
});

test('messages come newest first, whatever order they are sent in; those of one moment stay together', async () => {
  const at = (hour: number, body: string) => ({
    ...message(body),
    timeCreated: `2026-11-01T0${hour}:00:00Z`,
  });
  const orders = [
    [at(3, 'd'), at(2, 'c'), at(2, 'b'), at(1, 'a')],
    [at(1, 'a'), at(2, 'b'), at(2, 'c'), at(3, 'd')],
    [at(2, 'c'), at(3, 'd'), at(2, 'b'), at(1, 'a')],
  ];
  answers = orders.map((communications) => () => ({ communications }));
  const api = await open();

  for (const _ of orders)
    expect((await allOf(api.messages('case-1'))).map(({ body }) => body)).toEqual(['d', 'c', 'b', 'a']);
});

test('a case whose time is missing is as old as its first message', async () => {
  const communications = [{ ...message('two'), timeCreated: '2026-11-02T10:00:00Z' }, message('one')];
  const timeless = aCase({ timeCreated: null, recentCommunications: { communications } });
  answers = [() => ({ cases: [timeless] })];

  expect((await cases())[0]?.createdAt).toBe('2026-11-01T10:00:00.000Z');
});

test('what is odd is reported once, not at every reading', async () => {
  answers = [1, 2].map(() => () => ({ cases: [null] }));
  const openAccount = accountClient({ partition: 'aws', regions: ['us-east-1'], reader: undefined }, ports);
  for (const account of ['1', '1']) await allOf((await openAccount(account)).cases(OPEN));

  expect(warned).toHaveLength(1);
});

test('a message that comes while a case is read moves the pages, and none comes twice', async () => {
  const thread = ['e', 'd', 'c', 'b', 'a'].map(message);
  const pageFrom = (start: number) => () => {
    const page = thread.slice(start, start + 2);
    if (start === 2) thread.unshift(message('f'), message('g'));
    return { communications: page, ...(start + 2 < thread.length ? { nextToken: String(start + 2) } : {}) };
  };
  const [first, second, ...rest] = [0, 2, 4, 6].map(pageFrom);
  const empty = () => ({ communications: [], nextToken: 'empty' });
  answers = [first, second, empty, ...rest].flatMap((answer) => answer ?? []);

  const read = await allOf((await open()).messages('case-1'));
  expect(read.map(({ body }) => body)).toEqual(['e', 'd', 'c', 'b', 'a']);
});

test('a list that leads back to one of its pages ends', async () => {
  answers = [1, 2, 3].map((number) => () => ({ communications: [], nextToken: String(number % 2) }));

  await expect(allOf((await open()).messages('case-1'))).rejects.toThrow('leads back');
});

test('no error holds what somebody wrote', async () => {
  answers = [() => `{"cases": our secret plan`];
  const error = await cases().catch((cause: unknown) => cause);

  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/our secr|secret plan/);
});
