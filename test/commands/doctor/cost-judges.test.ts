import { afterEach, describe, expect, test } from 'vitest';
import { judgeCosts } from '#bin/commands/doctor/checks/cost-explorer.ts';
import { judgeReportBucket } from '#bin/commands/doctor/checks/report-bucket.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { SAMPLE_SETTINGS } from '#local/counterparts/organization/world-settings.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';
import { verdicts } from '#test/commands/doctor/verdicts-of.ts';

const MANAGEMENT = '999900001111';

describe('without cost reports', () => {
  test('people are told what they could have, and nothing fails', () => {
    expect(verdicts(judgeCosts(undefined))).toEqual(['warning']);
    expect(judgeCosts([{ key: 'owner', isActive: false }])[1]).toMatchObject({
      verdict: 'warning',
      text: 'No tag of your own is active for cost allocation',
      mend: expect.stringContaining("'TagKey=owner,Status=Active'") as string,
    });
    expect(judgeCosts([{ key: 'owner', isActive: true }])[1]?.text).toBe(
      'Tags active for cost allocation: owner',
    );
  });
});

test('each tag of the settings is judged for itself', () => {
  const known = [
    { key: 'team', isActive: true },
    { key: 'stage', isActive: false },
  ];

  expect(verdicts(judgeCosts(known, { tags: ['team', 'stage', 'Team'] }))).toEqual([
    'ok',
    'ok',
    'failed',
    'failed',
  ]);
});

test('a bucket is known by its name', () => {
  expect(judgeReportBucket({ outputs: { ReportBucket: 'town-reports' } }, 'ReeveHub')).toEqual([
    { verdict: 'ok', text: 'Reports lie in town-reports' },
  ]);
  expect(verdicts(judgeReportBucket(undefined, 'ReeveHub'))).toEqual(['failed']);
});

describe('the role that reads costs', () => {
  let deployment: Deployment | undefined;
  afterEach(() => deployment?.close());

  async function ask(over: Parameters<typeof townSettings>[0], world = SAMPLE_SETTINGS, account?: string) {
    deployment = await aDeployment({ world: makeWorld({ settings: world }), settings: townSettings(over) });
    return deployment.ask('cost-reader', account ? { accountId: account } : {});
  }

  test('is asked for who it is, and for nothing that costs', async () => {
    expect(await ask({})).toMatchObject([{ verdict: 'ok', text: 'The hub may assume reeve-cost-reader' }]);
    expect(deployment?.proxy.calls.filter(({ service }) => service === 'ce')).toEqual([]);
  });

  test('is assumed by a hub in the management account too', async () => {
    const hub = { account: MANAGEMENT, region: 'eu-central-1' };
    await ask({ hub }, { ...SAMPLE_SETTINGS, hub });
    deployment?.roles.delete('reeve-cost-reader');

    expect(await deployment?.ask('cost-reader')).toMatchObject([{ verdict: 'unseen' }]);
  });

  test('is for the hub account alone to see', async () => {
    expect(await ask({}, SAMPLE_SETTINGS, MANAGEMENT)).toMatchObject([
      { verdict: 'unseen', mend: 'Ask with credentials of the hub account 222233334444' },
    ]);
  });

  test.each([
    ['the hub reads its own costs', { view: 'account' as const }],
    ['an export is read', { focus: { bucket: 'exports', prefix: 'focus' } }],
  ])('is not looked for where %s', async (_where, costs) => {
    expect(await ask({ costs })).toMatchObject([
      { verdict: 'skipped', text: 'Costs are read without a role elsewhere' },
    ]);
  });
});
