import { describe, expect, it } from 'vitest';
import { largeWorld } from '#local/counterparts/organization/large-world.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { SAMPLE_SETTINGS } from '#local/counterparts/organization/world-settings.ts';
import settings from '../../../../reeve.config.ts';

describe('a world', () => {
  it('of the settings that come with the project is the usual one', () => {
    expect(makeWorld({ settings })).toEqual(makeWorld());
  });

  it('has its accounts in units, each under another up to the one root', () => {
    const { units, accounts } = makeWorld({ accounts: 60 });
    const ids = units.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(units.filter(({ parentId }) => parentId === undefined)).toHaveLength(1);
    expect(units.filter(({ parentId }) => parentId && !ids.includes(parentId))).toEqual([]);
    expect(accounts.filter(({ parentId }) => !ids.includes(parentId))).toEqual([]);
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(60);
  });

  it('has every StackSet in every member, the suspended one left out by AWS', () => {
    const { stackSets, accounts, managementAccount } = makeWorld();
    expect(Object.keys(stackSets)).toEqual([
      'ReeveHub-global',
      'ReeveHub-regional',
      'ReeveHub-backup',
      'ReeveHub-rules',
    ]);
    const instances = Object.values(stackSets).flat();
    expect(instances).toHaveLength(6 * (accounts.length - 1));
    expect(instances.filter(({ account }) => account === managementAccount)).toEqual([]);
    const outdated = instances.filter(({ status }) => status !== 'CURRENT');
    expect(new Set(outdated.map(({ account }) => account))).toEqual(new Set(['777788889999']));
    expect(new Set(outdated.map(({ detailedStatus }) => detailedStatus))).toEqual(
      new Set(['SKIPPED_SUSPENDED_ACCOUNT']),
    );
  });

  it('runs three clusters in two accounts and two Regions, whose tasks logged', () => {
    const { containers, logs } = makeWorld();
    const { clusters, taskDefinitions } = containers;
    expect(clusters.map(({ account, region, name }) => [account, region, name])).toEqual([
      ['111122223333', 'eu-west-1', 'payments'],
      ['111122223333', 'eu-central-1', 'default'],
      ['444455556666', 'eu-central-1', 'shop'],
    ]);
    for (const { account, region, services, tasks, containerInstances } of clusters) {
      expect(services.flatMap(({ events }) => events)).toHaveLength(services.length);
      const known = taskDefinitions.filter((one) => one.account === account && one.region === region);
      const names = known.map(({ family, revision }) => `${family}:${revision}`);
      const hosts = containerInstances.map(({ id }) => id);
      for (const { id, taskDefinition, containerInstance, launchType } of tasks) {
        expect(names).toContain(taskDefinition);
        expect(hosts.includes(containerInstance ?? '')).toBe(launchType === 'EC2');
        expect(logs.filter(({ streams }) => streams[`ecs/app/${id}`]?.length === 1)).toHaveLength(1);
      }
    }
    const ids = clusters.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    expect(new Set(ids).size).toBe(8);
  });

  it('is a lone account without an Organization in the settings', () => {
    const { organization: _, ...lone } = SAMPLE_SETTINGS;
    expect(makeWorld({ settings: lone })).toMatchObject({
      organizationId: '',
      accounts: [{ id: '222233334444', state: 'ACTIVE' }],
      delegatedAdministrators: {},
      stackSets: {},
    });
  });

  it('has no administrator beside the management account when that is the hub', () => {
    const account = '999900001111';
    const hub = { account, region: 'eu-central-1' };
    const world = makeWorld({ settings: { ...SAMPLE_SETTINGS, hub } });
    expect(world.delegatedAdministrators).toEqual({});
    expect(world.accounts.filter(({ id }) => id === account)).toHaveLength(1);
  });
});

describe('the large world', () => {
  it('is always the same', () => {
    expect(largeWorld()).toEqual(largeWorld());
  });

  it('has 300 accounts three units deep, and names what is wrong in it', () => {
    const { world, suspended, withoutRecorder, withoutPlan } = largeWorld();
    expect(world.accounts).toHaveLength(300);
    expect(world.units.length).toBeGreaterThan(60);
    expect(suspended).toHaveLength(6);
    const flawed = world.accounts.filter(
      ({ supportPlan, recorders }) =>
        supportPlan === 'basic' || Object.values(recorders).some((recorder) => recorder !== 'recording'),
    );
    expect(flawed.map(({ id }) => id)).toEqual([withoutRecorder.account, withoutPlan]);
    const contactless = world.accounts.filter(({ contacts }) => Object.keys(contacts).length < 3);
    expect(contactless.length).toBeGreaterThan(50);
    expect(contactless.length).toBeLessThan(150);
  });
});
