import { afterEach, expect, test } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { SAMPLE_SETTINGS } from '#local/counterparts/organization/world-settings.ts';
import { unitIdOf } from '#local/counterparts/organization/world-units.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { badOf } from '#test/commands/doctor/bad-of.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';

const HUB = '222233334444';
const MANAGEMENT = '999900001111';

let deployment: Deployment | undefined;
afterEach(() => deployment?.close());

async function ask(
  settings: ReturnType<typeof townSettings>,
  worldSettings = SAMPLE_SETTINGS,
  only?: string,
) {
  deployment = await aDeployment({ world: makeWorld({ settings: worldSettings }), settings });
  return deployment.ask(only);
}

test('a lone account is well without an Organization, of which nothing is asked', async () => {
  const { organization: _, ...lone } = SAMPLE_SETTINGS;
  const settings = townSettings({ organization: undefined, accountDirectory: undefined });
  const findings = await ask(settings, lone);
  const skipped = findings.filter(({ verdict }) => verdict === 'skipped').map(({ check }) => check);

  expect(badOf(findings).map(({ text }) => text)).toEqual([expect.stringContaining('2027-01-01')]);
  expect(skipped).toEqual([
    'organization',
    'targets',
    'stack-sets-access',
    'delegated-administrators',
    'contacts-access',
    'health-view',
    'trail',
    'stack-instances',
    'contacts',
    'channels',
    'cost-reader',
  ]);
  expect(deployment?.proxy.calls.map(({ service }) => service)).not.toContain('organizations');
});

test('a hub in the management account needs no delegation, and is no member', async () => {
  const hub = { account: MANAGEMENT, region: 'eu-central-1' };
  const findings = await ask(townSettings({ hub }), { ...SAMPLE_SETTINGS, hub });

  expect(badOf(findings).map(({ text }) => text)).toEqual([expect.stringContaining('2027-01-01')]);
  expect(findings.find(({ check }) => check === 'delegated-administrators')).toMatchObject({
    verdict: 'skipped',
    text: 'The hub is the management account',
  });
});

test('what the settings leave out is not asked for', async () => {
  const settings = townSettings({
    heartbeat: undefined,
    accountDirectory: undefined,
    health: { reconcile: false },
    costs: undefined,
    tags: undefined,
  });
  const findings = await ask(settings);
  const skipped = findings
    .filter(({ verdict }) => verdict === 'skipped')
    .map(({ check, text }) => [check, text]);

  expect(skipped).toEqual([
    ['contacts-access', 'There is no accountDirectory in reeve.config.ts'],
    ['health-view', 'health.reconcile is off in reeve.config.ts'],
    ['tag-aggregator', 'There are no tags in reeve.config.ts'],
    ['trail', 'There is no accountDirectory in reeve.config.ts'],
    ['heartbeats', 'There is no heartbeat in reeve.config.ts'],
    ['member-versions', 'There is no heartbeat in reeve.config.ts'],
    ['contacts', 'There is no accountDirectory in reeve.config.ts'],
    ['channels', 'With --send-test each channel gets a message'],
    ['cost-reader', 'There are no costs in reeve.config.ts'],
    ['report-bucket', 'Nothing in reeve.config.ts makes reports'],
  ]);
});

test.each([
  { targets: ['ou-a1b2-nowhere1'], text: 'There is no ou-a1b2-nowhere1' },
  { targets: ['ou-a1b2-nowhere1'], text: 'The hub account is below none of the targets' },
])('targets that are wrong are told: $text', async ({ targets, text }) => {
  const organization = { id: 'o-a1b2c3d4e5', managementAccount: MANAGEMENT, targets };
  const findings = await ask(townSettings({ organization }), SAMPLE_SETTINGS, 'targets');

  expect(findings).toContainEqual(
    expect.objectContaining({ verdict: 'failed', text: expect.stringContaining(text) as string }),
  );
  expect(findings.find(({ mend }) => mend?.includes('r-a1b2'))).toBeDefined();
});

test.each([
  ['/prod', [['111122223333', 'warning']]],
  ['/dev', []],
])('Config rules are looked for in the units that have them alone (%s)', async (path, expected) => {
  const unit = unitIdOf(path);
  const required = [{ key: 'Owner', purpose: 'who is called when it breaks' }];
  const world = makeWorld();
  const lacking = world.stackSets['ReeveHub-rules']?.find(({ account }) => account === '111122223333');
  Object.assign(lacking ?? {}, {
    status: 'OUTDATED',
    detailedStatus: 'FAILED',
    reason: 'No configuration recorder',
  });
  deployment = await aDeployment({ world, settings: townSettings({ tags: { required, targets: [unit] } }) });
  const findings = badOf(await deployment.ask('stack-instances'));

  expect(findings.map(({ account, verdict }) => [account, verdict])).toEqual(expected);
  for (const { mend } of findings) expect(mend).toContain(`OrganizationalUnitIds=${unit} `);
});

test('settings of another Organization are told with what to write', async () => {
  const organization = { id: 'o-elsewhere99', managementAccount: HUB, targets: ['r-a1b2'] };
  const settings = townSettings({ organization });
  const findings = await ask(settings, SAMPLE_SETTINGS, 'organization');

  expect(findings.map(({ verdict, mend }) => [verdict, mend])).toEqual([
    ['failed', "Write organization.id: 'o-a1b2c3d4e5' in reeve.config.ts, or sign in elsewhere"],
    [
      'failed',
      `Write organization.managementAccount: '${MANAGEMENT}' in reeve.config.ts, or sign in elsewhere`,
    ],
  ]);
});

test('a unit for writers that is not there is told as well', async () => {
  const organization = {
    id: 'o-a1b2c3d4e5',
    managementAccount: MANAGEMENT,
    targets: ['r-a1b2'],
    writerTargets: ['ou-a1b2-nowhere1'],
  };
  const findings = await ask(townSettings({ organization }), SAMPLE_SETTINGS, 'targets');

  expect(findings.map(({ text }) => text)).toEqual(['There is no ou-a1b2-nowhere1 in the Organization']);
});

test('a hub in the management account need not be below a target', async () => {
  const hub = { account: MANAGEMENT, region: 'eu-central-1' };
  const organization = { id: 'o-a1b2c3d4e5', managementAccount: MANAGEMENT, targets: [unitIdOf('/prod')] };
  const findings = await ask(townSettings({ hub, organization }), { ...SAMPLE_SETTINGS, hub }, 'targets');

  expect(badOf(findings)).toEqual([]);
});

test.each([
  { targets: ['r-a1b2'], what: 'below the targets' },
  { targets: [unitIdOf('/prod')], what: 'not below them' },
])('the management account, $what, is looked at once', async ({ targets }) => {
  const organization = { id: 'o-a1b2c3d4e5', managementAccount: MANAGEMENT, targets };
  const findings = await ask(townSettings({ organization }), SAMPLE_SETTINGS, 'support-plans');

  expect(findings.filter(({ account }) => account === MANAGEMENT)).toHaveLength(1);
});
