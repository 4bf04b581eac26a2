import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { accountClient } from '#lambdas/trusted-advisor-sweep/read/account-client.ts';
import { stateOf } from '#lambdas/trusted-advisor-sweep/read/advisor-errors.ts';
import { Clock } from '#local/clock.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { type AwsAnswer, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { anOrganization } from '#test/local/counterparts/organization/an-organization.ts';
import { HOME, MEMBER } from '#test/local/counterparts/organization/served-world.ts';

const READER = { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' };
const VOLUMES = 'H7IgTzjTYb';
const slept: number[] = [];
const ports = {
  now: () => new Date(0),
  sleep: async (milliseconds: number) => void slept.push(milliseconds),
};

let proxy: RecordingProxy;
type Answer = (input: Record<string, unknown>, call: AwsCall) => unknown;
let answers: Record<string, Answer>;
let sources: AwsAnswer[];
let close = () => Promise.resolve();
beforeAll(async () => {
  const mayAssume = (_: unknown, role: string, externalId?: string) =>
    role.includes(MEMBER) && externalId === READER.externalId;
  const organization = await anOrganization({ world: makeWorld(), mayAssume });
  const operations = ['Checks', 'CheckSummaries', 'CheckResult'].map(
    (word) => `DescribeTrustedAdvisor${word}`,
  );
  const answered = (operation: string): [string, Answer] => [
    operation,
    (input, call) => answers[operation]?.(input, call),
  ];
  const clock = new Clock();
  proxy = await startRecordingProxy({
    clock,
    backends: {
      support: awsJsonBackend(
        Object.fromEntries([...operations, 'RefreshTrustedAdvisorCheck'].map(answered)),
      ),
      trustedadvisor: async () => sources.shift() as AwsAnswer,
    },
  });
  // Roles are assumed where the Organization is played.
  vi.stubEnv('AWS_ENDPOINT_URL_STS', organization.proxy.url);
  vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
  vi.stubEnv('AWS_REGION', HOME);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'sweep');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  close = async () => {
    await organization.proxy.close();
    await proxy.close();
    clock.stop();
  };
});
beforeEach(() => {
  answers = {};
  sources = [];
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close();
});

const json = (body: unknown): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const open = (account = MEMBER) =>
  accountClient({ partition: 'aws', globalRegion: 'us-east-1', reader: READER }, ports)(account);

test('checks are asked for in English, and in the global Region alone (aws-solutions/quota-monitor-for-aws#50)', async () => {
  const asked: unknown[] = [];
  answers['DescribeTrustedAdvisorChecks'] = (input, { region }) => {
    asked.push({ ...input, region });
    return {
      checks: [{ id: VOLUMES, name: 'Volumes', category: 'fault_tolerance', metadata: ['Region', null] }],
    };
  };

  expect(await (await open()).offeredChecks()).toEqual([
    { id: VOLUMES, name: 'Volumes', category: 'fault_tolerance', columns: ['Region', null] },
  ]);
  expect(asked).toEqual([{ language: 'en', region: 'us-east-1' }]);
});

test('who makes a check is read from all pages', async () => {
  const summary = (id: string, source: string) => ({ arn: `arn:aws:trustedadvisor:::check/${id}`, source });
  sources = [
    json({ checkSummaries: [summary('a', 'ta_check')], nextToken: 'more' }),
    json({ checkSummaries: [summary('b', 'security_hub')] }),
  ];

  expect(await (await open()).sources()).toEqual(
    new Map([
      ['a', 'ta_check'],
      ['b', 'security_hub'],
    ]),
  );
});

test('what was never looked at has no time', async () => {
  answers['DescribeTrustedAdvisorCheckSummaries'] = () => ({
    summaries: [
      {
        checkId: VOLUMES,
        timestamp: '2026-11-23T01:02:03Z',
        status: 'warning',
        hasFlaggedResources: true,
        resourcesSummary: { resourcesSuppressed: 2 },
      },
      { checkId: 'never', timestamp: '', status: 'not_available' },
    ],
  });

  expect(await (await open()).summaries([VOLUMES, 'never'])).toEqual([
    { id: VOLUMES, at: '2026-11-23T01:02:03.000Z', status: 'warning', hasFlagged: true, excluded: 2 },
    { id: 'never', status: 'not_available', hasFlagged: false, excluded: 0 },
  ]);
});

test('a result is read with its items, and an empty answer says nothing of them', async () => {
  answers['DescribeTrustedAdvisorCheckResult'] = ({ checkId }) =>
    checkId === VOLUMES
      ? {
          result: {
            checkId,
            status: 'error',
            timestamp: '2026-11-23T01:02:03Z',
            flaggedResources: [
              {
                resourceId: 'opaque',
                status: 'error',
                region: 'eu-west-1',
                isSuppressed: true,
                metadata: ['x', null],
              },
              { resourceId: 'bare', status: 'warning' },
            ],
          },
        }
      : {};
  const api = await open();

  expect(await api.result(VOLUMES)).toEqual({
    status: 'error',
    at: '2026-11-23T01:02:03.000Z',
    resources: [
      { id: 'opaque', status: 'error', region: 'eu-west-1', isSuppressed: true, metadata: ['x', null] },
      { id: 'bare', status: 'warning', isSuppressed: false, metadata: [] },
    ],
  });
  expect(await api.result('other')).toEqual({ status: 'not_available', resources: [] });
});

test.each([
  ['SubscriptionRequiredException', 'no-plan'],
  ['AccessDeniedException', 'refused'],
])('%s is told apart by its name: the account is %s', async (name, state) => {
  answers['DescribeTrustedAdvisorCheckSummaries'] = () => {
    throw new AwsError(name, 'no');
  };
  const error = await (await open()).summaries([VOLUMES]).catch((cause: unknown) => cause);

  expect(stateOf(error)).toBe(state);
});

test('what is throttled is asked again; calls of one account come four a second, after twenty at once', async () => {
  let refusals = 2;
  answers['RefreshTrustedAdvisorCheck'] = () => {
    refusals -= 1;
    if (refusals >= 0) throw new AwsError('ThrottlingException', 'slower');
    return { status: { checkId: VOLUMES, status: 'enqueued', millisUntilNextRefreshable: 3_600_000 } };
  };
  const api = await open();
  slept.length = 0;
  const before = proxy.calls.length;
  for (let call = 0; call < 23; call += 1) await api.refresh(VOLUMES);

  expect(proxy.calls.length - before).toBe(25);
  expect(slept).toEqual([250, 500, 750]);
});

test('an account that has no role for the hub says so', async () => {
  await expect(open('444455556666')).rejects.toThrow(NoReaderRoleError);
});
