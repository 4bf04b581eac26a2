import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allChecks } from '#bin/commands/doctor/all-checks.ts';
import { describeFindings } from '#bin/commands/doctor/report/describe-findings.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { badOf } from '#test/commands/doctor/bad-of.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';

const HUB = '222233334444';
const MANAGEMENT = '999900001111';
const MEMBER = '111122223333';

let deployment: Deployment;
beforeEach(async () => {
  deployment = await aDeployment({ world: makeWorld(), settings: townSettings() });
});
afterEach(() => deployment.close());

/** STS tells everybody who they are. */
const ACTIONS = [...new Set(allChecks.flatMap(({ actions }) => actions))].filter(
  (action) => action !== 'sts:GetCallerIdentity',
);

test.each(ACTIONS)('without the permission for %s that is what is told', async (action) => {
  deployment.faults.deny(action);
  const findings = await deployment.ask();
  const unseen = findings.filter(({ verdict }) => verdict === 'unseen');

  expect(unseen.length).toBeGreaterThan(0);
  for (const { text, mend } of unseen) {
    expect(text).toMatch(new RegExp(`^No permission for ${action} \\(as .+\\)$`));
    expect(mend).toMatch(/^(?:Allow it to arn:|npx cdk deploy)/);
  }
  expect(findings.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
  expect(describeFindings(badOf(findings), allChecks)).not.toMatch(
    /not enabled|not deployed|no stack|there is no/i,
  );
});

test('in one account alone, the others are seen', async () => {
  const isMember = (account: string) => ({
    when: ({ accessKeyId }: { accessKeyId: string }) =>
      deployment.callerOf(accessKeyId).accountId === account,
  });
  deployment.faults.deny('config:DescribeConfigurationRecorderStatus', isMember(MEMBER));
  const findings = await deployment.ask('recorders');

  expect(badOf(findings).map(({ account, region, verdict }) => ({ account, region, verdict }))).toEqual([
    { account: MEMBER, region: 'eu-central-1', verdict: 'unseen' },
    { account: MEMBER, region: 'eu-west-1', verdict: 'unseen' },
  ]);
  expect(findings.filter(({ verdict }) => verdict === 'ok').length).toBeGreaterThan(6);
});

test('that a policy of the Organization takes away is told as such', async () => {
  const message = `User: arn:aws:sts::${HUB}:assumed-role/x is not authorized to perform: lambda:GetAccountSettings with an explicit deny in a service control policy`;
  deployment.faults.fail('lambda:GetAccountSettings', new AwsError('AccessDeniedException', message, 403));

  expect(badOf(await deployment.ask('concurrency'))).toEqual([
    expect.objectContaining({
      verdict: 'unseen',
      mend: expect.stringContaining('service control policy') as string,
    }),
  ]);
});

describe('a role that may not be assumed', () => {
  test('reeve-doctor: all that it would see is not seen, and says how to get it', async () => {
    deployment.roles.delete('reeve-doctor');
    const findings = badOf(await deployment.ask());

    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['unseen']));
    expect(findings.map(({ check }) => check)).toContain('trail');
    for (const { text, mend } of findings.filter(({ verdict }) => verdict === 'unseen')) {
      expect(text).toMatch(
        /user\/ada may not assume reeve-doctor \(sts:AssumeRole\), or the role is not there$/,
      );
      expect(mend).toMatch(
        /^npx cdk deploy ReeveHub makes reeve-doctor; then allow sts:AssumeRole on arn:aws:iam::/,
      );
    }
  });

  test('reeve-organization-reader: the stack of the management account brings it', async () => {
    deployment.roles.delete('reeve-organization-reader');
    const [finding] = await deployment.ask('trail');

    expect(finding).toMatchObject({
      account: MANAGEMENT,
      verdict: 'unseen',
      text: 'reeve-doctor may not assume reeve-organization-reader (sts:AssumeRole), or the role is not there',
      mend: expect.stringContaining('npx cdk deploy ReeveManagement') as string,
    });
  });

  test('because a sign-in ran out is not called a missing permission or role', async () => {
    const expired = new AwsError('ExpiredTokenException', 'The security token is expired', 403);
    deployment.faults.fail('sts:AssumeRole', expired);
    const [finding] = await deployment.ask('trail');

    expect(finding).toMatchObject({
      verdict: 'unseen',
      text: 'sts:AssumeRole was refused with ExpiredTokenException (as arn:aws:iam::222233334444:user/ada)',
    });
  });

  test('reeve-reader: each account is named, the management account with its own stack', async () => {
    deployment.roles.delete('reeve-reader');
    const findings = await deployment.ask('support-plans');
    const mendOf = (id: string) => findings.find(({ account }) => account === id)?.mend;

    expect(mendOf(MEMBER)).toBe('npx cdk deploy ReeveMembers');
    expect(mendOf(MANAGEMENT)).toMatch(/^npx cdk deploy 'ReeveMember-\*'/);
    expect(findings.find(({ account }) => account === HUB)).toMatchObject({ verdict: 'ok' });
  });
});

describe('the credentials', () => {
  test('of the role reeve-doctor itself reach the readers without a step between', async () => {
    const arn = `arn:aws:iam::${HUB}:role/reeve-doctor`;
    const findings = await deployment.ask('trail,support-plans', { arn });

    expect(findings.filter(({ verdict }) => verdict === 'failed' || verdict === 'unseen')).toEqual([]);
  });

  test('of the management account see what it knows; the rest says whose credentials it needs', async () => {
    const findings = await deployment.ask(undefined, { accountId: MANAGEMENT });
    const seen = new Set(findings.filter(({ verdict }) => verdict === 'ok').map(({ check }) => check));
    const unseen = findings.filter(({ verdict }) => verdict === 'unseen');

    for (const check of [
      'organization',
      'targets',
      'stack-sets-access',
      'trail',
      'health-view',
      'cost-explorer',
    ]) {
      expect(seen).toContain(check);
    }
    expect(unseen.map(({ check }) => check)).toContain('secrets');
    expect([...new Set(unseen.map(({ mend }) => mend))]).toEqual([
      `Ask with credentials of the hub account ${HUB}`,
    ]);
  });

  test('of any other account are refused as such', async () => {
    const [finding] = await deployment.ask('identity', { accountId: MEMBER });

    expect(finding).toMatchObject({
      verdict: 'failed',
      account: MEMBER,
      mend: expect.stringContaining(HUB) as string,
    });
  });
});
