import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubTrust } from '#local/counterparts/organization/hub-trust.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { anOrganization, type RunningOrganization } from './an-organization.ts';

const HUB = '222233334444';
const MEMBER = '111122223333';
const roleIn = (account: string, name = 'reeve-reader') => `arn:aws:iam::${account}:role/${name}`;
const world = makeWorld();
let organization: RunningOrganization;

beforeAll(async () => {
  organization = await anOrganization({ world, mayAssume: hubTrust(world) });
});
afterAll(() => organization.proxy.close());

const assume = (account = HUB, more: object = {}) =>
  organization.client(STSClient, account).send(
    new AssumeRoleCommand({
      RoleArn: roleIn(MEMBER),
      RoleSessionName: 'reeve-doctor',
      ExternalId: 'reeve/ReeveHub',
      ...more,
    }),
  );

function credentialsOf({ Credentials }: Awaited<ReturnType<typeof assume>>) {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

describe('AssumeRole', () => {
  it('gives keys that act in the account of the role', async () => {
    const assumed = await assume(HUB, { DurationSeconds: 900 });
    const { Arn, AssumedRoleId } = assumed.AssumedRoleUser ?? {};
    expect(Arn).toBe(`arn:aws:sts::${MEMBER}:assumed-role/reeve-reader/reeve-doctor`);
    expect(AssumedRoleId).toMatch(/^AROA[0-9A-F]{17}:reeve-doctor$/);
    const minutes = (Number(assumed.Credentials?.Expiration) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThan(16);

    const credentials = credentialsOf(assumed);
    const inMember = organization.client(STSClient, HUB, { credentials });
    expect(await inMember.send(new GetCallerIdentityCommand())).toMatchObject({
      Account: MEMBER,
      Arn: `arn:aws:sts::${MEMBER}:assumed-role/reeve-reader/reeve-doctor`,
    });
    const organizations = organization.client(OrganizationsClient, HUB, { credentials });
    await expect(organizations.send(new ListAccountsCommand())).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it.each([
    ['without the external id', HUB, { ExternalId: undefined }],
    ['with another external id', HUB, { ExternalId: 'reeve/Other' }],
    ['by another account', '444455556666', {}],
    ['of a role that nobody made', HUB, { RoleArn: roleIn(MEMBER, 'reeve-organization-reader') }],
    ['in an account that is suspended', HUB, { RoleArn: roleIn('777788889999') }],
    ['in an account of strangers', HUB, { RoleArn: roleIn('123456789012') }],
  ])('is refused %s', async (_, account, more) => {
    await expect(assume(account, more)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it.each([
    ['a role that is no ARN', { RoleArn: 'reeve-reader-in-some-account' }],
    ['a session with a space', { RoleSessionName: 'reeve doctor' }],
    ['a session of ten minutes', { DurationSeconds: 600 }],
    ['two hours of a role for a role', { DurationSeconds: 7200 }],
  ])('refuses %s as invalid', async (_, more) => {
    await expect(assume(HUB, more)).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('is open to nobody when nothing is said about trust', async () => {
    const closed = await anOrganization({ world });
    const command = new AssumeRoleCommand({ RoleArn: roleIn(MEMBER), RoleSessionName: 'doctor' });
    await expect(closed.client(STSClient).send(command)).rejects.toMatchObject({ name: 'AccessDenied' });
    await closed.proxy.close();
  });
});

describe('the recording proxy', () => {
  it('knows the calls of a session as those of who assumed it, in whichever invocation', async () => {
    const { proxy, identities } = organization;
    const own = identities.issue({ accountId: HUB, arn: roleIn(HUB, 'reeve-account-directory') });
    const sandbox = { function: 'AccountDirectory', sandbox: 's1' };
    proxy.registerCaller(own, { ...sandbox, requestId: 'first' });
    const sts = organization.client(STSClient, HUB, {
      credentials: { accessKeyId: own, secretAccessKey: 'secret' },
    });
    const RoleArn = roleIn(world.managementAccount, 'reeve-organization-reader');
    const input = { RoleArn, RoleSessionName: 'sweep', ExternalId: 'reeve/ReeveHub' };
    const credentials = credentialsOf(await sts.send(new AssumeRoleCommand(input)));

    proxy.registerCaller(own, { ...sandbox, requestId: 'second' });
    await organization.client(OrganizationsClient, HUB, { credentials }).send(new ListAccountsCommand());
    expect(proxy.calls.slice(-2)).toMatchObject([
      { operation: 'AssumeRole', resources: [RoleArn], caller: { ...sandbox, requestId: 'first' } },
      { operation: 'ListAccounts', caller: { ...sandbox, requestId: 'second', roleArn: RoleArn } },
    ]);
  });
});

it('tells a user of itself', async () => {
  const arn = `arn:aws:iam::${HUB}:user/ann`;
  const accessKeyId = organization.identities.issue({ accountId: HUB, arn });
  const credentials = { accessKeyId, secretAccessKey: 'secret' };
  const answer = await organization
    .client(STSClient, HUB, { credentials })
    .send(new GetCallerIdentityCommand());
  expect(answer).toMatchObject({ Account: HUB, Arn: arn });
  expect(answer.UserId).toMatch(/^AIDA/);
});
