import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { recorderStanding } from '#lambdas/tag-coverage/blind/recorder.ts';
import { accountClient } from '#lambdas/tag-coverage/read/account-client.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { Recorder } from '#local/counterparts/organization/world.ts';
import { aResource } from '#test/local/counterparts/organization/a-resource.ts';
import {
  anOrganization,
  type RunningOrganization,
} from '#test/local/counterparts/organization/an-organization.ts';
import { HOME, MEMBER } from '#test/local/counterparts/organization/served-world.ts';

const READER = { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' };
const OTHER = '444455556666';
const TYPES = ['AWS::S3::Bucket', 'AWS::SQS::Queue'];

const world = makeWorld();
let organization: RunningOrganization;
// The client of STS is made once, and stays with the address that it was made with.
beforeAll(async () => {
  organization = await anOrganization({
    world,
    mayAssume: (_, role, externalId) => role.includes(MEMBER) && externalId === READER.externalId,
  });
  vi.stubEnv('AWS_ENDPOINT_URL', organization.proxy.url);
  vi.stubEnv('AWS_REGION', HOME);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'coverage');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterEach(() => organization.faults.clear());
afterAll(async () => {
  vi.unstubAllEnvs();
  await organization.proxy.close();
});

const open = async (account = MEMBER) => (await accountClient('aws', READER)(account))(HOME);
const assumed = () => organization.proxy.calls.filter(({ operation }) => operation === 'AssumeRole').length;
const record = (recorder: Recorder) => {
  const account = world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.recorders[HOME] = recorder;
};

describe('the recorder of an account', () => {
  test.each([
    ['recording', { kind: 'records', lacks: [], iam: [] }],
    ['none', { kind: 'no-recorder' }],
    ['stopped', { kind: 'stopped' }],
    ['internal', { kind: 'no-recorder' }],
    [{ only: ['AWS::S3::Bucket'] }, { kind: 'records', lacks: ['AWS::SQS::Queue'], iam: [] }],
    [{ except: ['AWS::S3::Bucket'] }, { kind: 'records', lacks: ['AWS::S3::Bucket'], iam: [] }],
  ] as [Recorder, object][])('that is %j is seen as what it is', async (recorder, standing) => {
    record(recorder);

    expect(recorderStanding(await (await open()).recorders(), TYPES)).toEqual(standing);
  });

  test('is read by one session of the role that the account has for it; another has none', async () => {
    const before = assumed();
    const api = await accountClient('aws', READER)(MEMBER);
    await api(HOME).recorders();
    await api('eu-west-1').recorders();

    expect(assumed() - before).toBe(1);
    await expect(open(OTHER)).rejects.toThrow(NoReaderRoleError);
  });

  test('that may not be asked is an error, and not a recorder that is missing', async () => {
    organization.faults.deny('config:DescribeConfigurationRecorders');

    await expect((await open()).recorders()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('tags by the word of the services', () => {
  test('are seen where AWS Config keeps none, and not of what never had any or has none any more', async () => {
    const shown = aResource('lag', {
      type: 'AWS::CloudWatch::Alarm',
      tags: { Owner: 'a' },
      hasUnrecordedTags: true,
    });
    const [bare, once] = [aResource('bare'), aResource('once', { wasTagged: true })];
    world.resources = [shown, bare, once];
    const api = await open();

    expect(await api.hasTags([bare.arn, shown.arn])).toBe(true);
    expect(await api.hasTags([bare.arn, once.arn, 'arn:aws:sqs:eu-central-1:111122223333:nobody'])).toBe(
      false,
    );
  });

  test('are asked for again when the API is asked too much', async () => {
    const tagged = aResource('data', { tags: { Owner: 'a' } });
    world.resources = [tagged];
    organization.faults.throttle('tag:GetResources', { times: 2 });

    expect(await (await open()).hasTags([tagged.arn])).toBe(true);
  });
});
