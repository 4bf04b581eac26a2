import {
  type CallAs,
  CloudFormationClient,
  DescribeStackSetCommand,
  ListStackInstancesCommand,
  ListStackSetsCommand,
  paginateListStackInstances,
  StackSetNotFoundException,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StackInstance } from '#local/counterparts/organization/world.ts';
import { HOME, HUB, MANAGEMENT, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
  served.world.stackSets = { 'ReeveHub-global': instances(250), 'ReeveHub-regional': instances(1) };
});
afterEach(() => served.close());

function instances(count: number): StackInstance[] {
  return Array.from({ length: count }, (_, index) => ({
    account: String(100_000_000_000 + index),
    region: index % 2 === 0 ? 'us-east-1' : 'eu-west-1',
    status: 'CURRENT',
    detailedStatus: 'SUCCEEDED',
  }));
}

const of = (account: string, region = HOME) => served.clientOf(CloudFormationClient, { account, region });
const list = (input: Partial<ListStackInstancesCommand['input']>, account = HUB) =>
  of(account).send(
    new ListStackInstancesCommand({ StackSetName: 'ReeveHub-global', CallAs: 'DELEGATED_ADMIN', ...input }),
  );

describe('Who sees StackSets', () => {
  const namesFor = async (account: string, CallAs?: CallAs, region?: string) => {
    const { Summaries = [] } = await of(account, region).send(new ListStackSetsCommand({ CallAs }));
    return Summaries.map(({ StackSetName }) => StackSetName);
  };

  test('The management account sees them as itself, a delegated administrator as one', async () => {
    const all = ['ReeveHub-global', 'ReeveHub-regional'];
    expect(await namesFor(MANAGEMENT)).toEqual(all);
    expect(await namesFor(HUB, 'DELEGATED_ADMIN')).toEqual(all);
  });

  test('A delegated administrator who calls as itself sees none', async () => {
    expect(await namesFor(HUB)).toEqual([]);
    await expect(list({ CallAs: 'SELF' })).rejects.toBeInstanceOf(StackSetNotFoundException);
  });

  test('Another Region has none', async () => {
    expect(await namesFor(MANAGEMENT, 'SELF', 'eu-west-1')).toEqual([]);
  });

  test.each([MEMBER, MANAGEMENT])('%s is no delegated administrator', async (account) => {
    await expect(namesFor(account, 'DELEGATED_ADMIN')).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Account used is not a delegated administrator',
    });
  });

  test('Who to call as is one of two words', async () => {
    await expect(namesFor(HUB, 'SOMEBODY' as CallAs)).rejects.toMatchObject({ name: 'ValidationError' });
  });
});

test('A StackSet is described with its Regions, by name or id', async () => {
  const describeStackSet = async (StackSetName: string) =>
    (await of(MANAGEMENT).send(new DescribeStackSetCommand({ StackSetName }))).StackSet;
  const byName = await describeStackSet('ReeveHub-global');
  expect(byName).toMatchObject({
    StackSetName: 'ReeveHub-global',
    PermissionModel: 'SERVICE_MANAGED',
    AutoDeployment: { Enabled: true },
    Regions: ['us-east-1', 'eu-west-1'],
  });
  expect(byName?.StackSetARN).toContain(`:${MANAGEMENT}:stackset/ReeveHub-global:`);
  expect(await describeStackSet(byName?.StackSetId ?? '')).toEqual(byName);
  await expect(describeStackSet('Nobody')).rejects.toBeInstanceOf(StackSetNotFoundException);
});

describe('ListStackInstances', () => {
  test('Instances come in pages of a hundred at most, each once', async () => {
    const input = { StackSetName: 'ReeveHub-global', CallAs: 'DELEGATED_ADMIN' } as const;
    const accounts: (string | undefined)[] = [];
    const sizes: number[] = [];
    for await (const { Summaries = [] } of paginateListStackInstances(
      { client: of(HUB), pageSize: 80 },
      input,
    )) {
      sizes.push(Summaries.length);
      accounts.push(...Summaries.map(({ Account }) => Account));
    }
    expect(sizes).toEqual([80, 80, 80, 10]);
    expect(new Set(accounts).size).toBe(250);
    expect((await list({})).Summaries).toHaveLength(100);
  });

  test.each([0, 101])('A page of %i is refused', async (MaxResults) => {
    await expect(list({ MaxResults })).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('A token that no page gave is refused', async () => {
    await expect(list({ NextToken: 'made up' })).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('An instance that failed says so, and can be asked for', async () => {
    const failed: StackInstance = {
      account: MEMBER,
      region: 'eu-west-1',
      status: 'OUTDATED',
      detailedStatus: 'FAILED',
      reason: 'A role of this name exists & is not ours',
    };
    served.world.stackSets['ReeveHub-global']?.push(failed);
    const { Summaries } = await list({ Filters: [{ Name: 'DETAILED_STATUS', Values: 'FAILED' }] });
    expect(Summaries).toMatchObject([
      {
        Account: MEMBER,
        Region: 'eu-west-1',
        Status: 'OUTDATED',
        StatusReason: 'A role of this name exists & is not ours',
        StackInstanceStatus: { DetailedStatus: 'FAILED' },
        OrganizationalUnitId: served.world.accounts.find(({ id }) => id === MEMBER)?.parentId,
      },
    ]);
    const ofAccount = await list({ StackInstanceAccount: MEMBER, StackInstanceRegion: 'eu-west-1' });
    expect(ofAccount.Summaries).toEqual(Summaries);
  });

  test('A filter that is not emulated is refused, not ignored', async () => {
    const filtered = list({ Filters: [{ Name: 'DRIFT_STATUS', Values: 'DRIFTED' }] });
    await expect(filtered).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('Throttling is what the SDK retries', async () => {
    served.faults.throttle('cloudformation:ListStackInstances');
    await expect(list({})).rejects.toMatchObject({ name: 'Throttling' });
  });
});
