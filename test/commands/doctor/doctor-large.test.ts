import { afterEach, describe, expect, test } from 'vitest';
import { allChecks } from '#bin/commands/doctor/all-checks.ts';
import { describeFindings } from '#bin/commands/doctor/report/describe-findings.ts';
import { largeWorld } from '#local/counterparts/organization/large-world.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { badOf } from '#test/commands/doctor/bad-of.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';
import { writesOf } from '#test/commands/doctor/writes-of.ts';

const REGIONS = ['eu-west-1', 'eu-north-1', 'us-east-1'];
const THROTTLED_ONCE = [
  'organizations:ListAccountsForParent',
  'organizations:ListOrganizationalUnitsForParent',
  'organizations:ListParents',
  'organizations:ListAWSServiceAccessForOrganization',
  'organizations:ListDelegatedAdministrators',
  'cloudformation:ListStackInstances',
  'cloudformation:ListStackResources',
  'sns:ListSubscriptionsByTopic',
  'dynamodb:Scan',
  'ce:ListCostAllocationTags',
  'sts:AssumeRole',
  'config:DescribeConfigurationAggregators',
  'config:DescribeConfigurationAggregatorSourcesStatus',
];

let deployment: Deployment;
afterEach(() => deployment.close());

describe('an Organization of 300 accounts in nested units and four Regions', () => {
  test('is throttled and paged at every list, and exactly what is broken is named', async () => {
    const { world, withoutPlan, withoutRecorder, suspended } = largeWorld();
    const [silentAccount, outdatedAccount] = [world.accounts[200]?.id, world.accounts[77]?.id];
    deployment = await aDeployment({
      world,
      settings: townSettings({ regions: REGIONS }),
      paging: { pageSize: 20, emptyPages: true },
    });
    const { faults, directory, proxy, ask } = deployment;
    const silent = directory.heartbeats.find(({ account }) => account === silentAccount);
    if (silent) silent.heardAt = '2026-11-20T06:00:00.000Z';
    const outdated = world.stackSets['ReeveHub-regional']?.find(({ account }) => account === outdatedAccount);
    if (outdated) Object.assign(outdated, { status: 'OUTDATED', detailedStatus: 'FAILED', reason: 'Exists' });
    for (const action of THROTTLED_ONCE) faults.throttle(action, { times: 1 });
    for (const action of ['config:DescribeConfigurationRecorder*', 'support:*'])
      faults.throttle(action, { times: 10 });

    const findings = await ask();

    expect(suspended.length).toBeGreaterThan(3);
    expect(badOf(findings).map((one) => [one.check, one.account, one.region, one.verdict])).toEqual([
      ['stack-instances', outdatedAccount, outdated?.region, 'failed'],
      ['stack-instances', withoutRecorder.account, withoutRecorder.region, 'warning'],
      ['heartbeats', silentAccount, silent?.region, 'failed'],
      ['support-plans', withoutPlan, undefined, 'warning'],
      ['support-plans', undefined, undefined, 'warning'],
      ['recorders', withoutRecorder.account, withoutRecorder.region, 'warning'],
    ]);
    const inUse = 300 - suspended.length;
    const report = describeFindings(findings, allChecks);
    expect(report).toContain(
      `No configuration recorder: 1 of ${inUse} accounts in eu-north-1: ${withoutRecorder.account}\n`,
    );
    expect(report.split('\n').length).toBeLessThan(80);
    expect(report).toMatch(/\n\n\d+ ok, 4 warnings, 2 failed, 0 not seen, 1 skipped$/);
    expect(writesOf(proxy.calls)).toEqual([]);
  }, 60_000);
});
