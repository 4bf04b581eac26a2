import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { badOf } from '#test/commands/doctor/bad-of.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';

const MEMBER = '111122223333';
const isMember = ({ account }: { account: string }) => account === MEMBER;

let deployment: Deployment;
beforeEach(async () => {
  deployment = await aDeployment({ world: makeWorld(), settings: townSettings() });
});
afterEach(() => deployment.close());

const silence = () => {
  deployment.directory.heartbeats = deployment.directory.heartbeats.filter((beat) => !isMember(beat));
};
const verdictsOf = async (only: string) =>
  new Set(badOf(await deployment.ask(only)).map(({ account, verdict }) => `${account} ${verdict}`));

test('an account that was moved below the targets this morning is not called silent yet', async () => {
  silence();
  const record = deployment.directory.accounts.find(({ id }) => id === MEMBER);
  if (record) record.targetSince = '2026-11-22T05:00:00.000Z';

  expect(await verdictsOf('heartbeats')).toEqual(new Set([`${MEMBER} warning`]));
});

test('where it may not be seen how old the hub is, silence is no excuse', async () => {
  silence();
  deployment.faults.deny('cloudformation:DescribeStacks');

  expect(await verdictsOf('heartbeats')).toEqual(new Set([`${MEMBER} failed`]));
});

test('of members that fell silent no version is told', async () => {
  for (const beat of deployment.directory.heartbeats.filter(isMember)) {
    Object.assign(beat, { version: '0.0.9', heardAt: '2026-11-19T06:20:00.000Z' });
  }
  const findings = await deployment.ask('member-versions');

  expect(badOf(findings)).toEqual([]);
  expect(findings.map(({ account }) => account)).not.toContain(MEMBER);
});

test('when nobody was heard the versions are not said to be well', async () => {
  deployment.directory.heartbeats = [];

  expect(await deployment.ask('member-versions')).toEqual([
    { check: 'member-versions', verdict: 'skipped', text: 'There is nothing to look at' },
  ]);
});

test('Cost Explorer that still gathers is enabled', async () => {
  const gathering = new AwsError('DataUnavailableException', 'Data is not available yet');
  deployment.faults.fail('ce:GetCostAndUsage', gathering);

  expect(await verdictsOf('cost-explorer')).toEqual(new Set());
});

test('a unit that goes while the tree is walked leaves the accounts unseen, not fewer', async () => {
  const gone = new AwsError('ParentNotFoundException', 'We cannot find it');
  deployment.faults.fail('organizations:ListAccountsForParent', gone, {
    when: ({ body }) => body.includes('"ou-'),
  });

  expect(await verdictsOf('support-plans')).toEqual(new Set(['undefined unseen']));
});
