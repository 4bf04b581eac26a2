import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  InvalidNextTokenException,
  ListCostAllocationTagsCommand,
} from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { anOrganization } from './an-organization.ts';
import { MANAGEMENT, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
let payer: CostExplorerClient;
beforeEach(async () => {
  served = await servedWorld();
  served.world.costs.switches.today = '2026-11-22';
  payer = of({ account: MANAGEMENT });
});
afterEach(() => served.close());

const of = (place: { account?: string; region?: string }) =>
  served.clientOf(CostExplorerClient, { region: 'us-east-1', ...place });
const tags = (input: ListCostAllocationTagsCommand['input'] = {}, client = payer) =>
  client.send(new ListCostAllocationTagsCommand(input));
const costs = (Start = '2026-11-01', End = '2026-11-02', client = payer) =>
  client.send(
    new GetCostAndUsageCommand({
      TimePeriod: { Start, End },
      Granularity: 'DAILY',
      Metrics: ['UnblendedCost'],
    }),
  );

const refusal = (message: string) => ({
  name: 'AccessDeniedException',
  message: expect.stringContaining(message) as unknown,
});

describe('ListCostAllocationTags', () => {
  beforeEach(() => {
    served.world.costExplorer.allocationTags = {
      owner: 'Active',
      stage: 'Inactive',
      'aws:createdBy': 'Active',
    };
  });
  const keys = async (input: ListCostAllocationTagsCommand['input']) =>
    (await tags(input)).CostAllocationTags?.map(({ TagKey }) => TagKey);

  test('Tags are told with their state, and picked by it, by type and by key', async () => {
    expect((await tags()).CostAllocationTags).toContainEqual({
      TagKey: 'stage',
      Type: 'UserDefined',
      Status: 'Inactive',
    });
    expect(await keys({ Status: 'Active' })).toEqual(['owner', 'aws:createdBy']);
    expect(await keys({ Type: 'AWSGenerated' })).toEqual(['aws:createdBy']);
    expect(await keys({ TagKeys: ['stage', 'nobody'] })).toEqual(['stage']);
  });

  test('They come in pages', async () => {
    const many = Array.from({ length: 150 }, (_, index) => [`tag-${index}`, 'Active'] as const);
    served.world.costExplorer.allocationTags = Object.fromEntries(many);
    const first = await tags();
    expect(first.CostAllocationTags).toHaveLength(100);
    const second = await tags({ NextToken: first.NextToken });
    expect(second.CostAllocationTags).toHaveLength(50);
    expect(second.NextToken).toBeUndefined();
    await expect(tags({ NextToken: 'made up' })).rejects.toBeInstanceOf(InvalidNextTokenException);
    await expect(tags({ MaxResults: 1001 })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('Three refusals that differ in their words alone', () => {
  test('Cost Explorer was never enabled', async () => {
    served.world.costExplorer.enabled = false;
    await expect(costs()).rejects.toMatchObject(refusal('User not enabled for cost explorer access'));
  });

  test('A permission lacks', async () => {
    served.faults.deny('ce:*');
    await expect(costs()).rejects.toMatchObject(refusal('is not authorized to perform: ce:'));
    await expect(tags()).rejects.toMatchObject(refusal('is not authorized to perform: ce:'));
  });

  test('The account does not pay', async () => {
    const denied = refusal("Linked account doesn't have access to cost allocation tags");
    await expect(tags({}, of({ account: MEMBER }))).rejects.toMatchObject(denied);
  });
});

test('Today is the day of the clock, unless the world says which it is', async () => {
  const clock = new Clock();
  const { proxy, client } = await anOrganization({ world: makeWorld(), clock });
  const later = client(CostExplorerClient, MANAGEMENT);
  const days = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  await expect(costs(days(40), days(41), later)).rejects.toMatchObject({ name: 'ValidationException' });
  clock.advance(42 * 86_400_000);
  expect((await costs(days(40), days(41), later)).ResultsByTime).toHaveLength(1);
  await proxy.close();
});

describe('GetCostAndUsage', () => {
  const total = async (client = payer) => {
    const { ResultsByTime = [] } = await costs('2025-10-01', '2026-11-22', client);
    return ResultsByTime.map(({ Total }) => Number(Total?.['UnblendedCost']?.Amount));
  };
  const sum = (amounts: number[]) => amounts.reduce((whole, amount) => whole + amount, 0);

  test('Each day of 14 months has costs, up to yesterday', async () => {
    const days = await total();
    expect(days).toHaveLength(417);
    expect(days.every((amount) => amount !== 0)).toBe(true);
  });

  test('A member sees what it costs itself, the management account what all cost', async () => {
    const shares = await Promise.all(
      served.world.accounts.map(({ id }) => total(of({ account: id })).then(sum)),
    );
    const [all = 0, ...members] = shares;
    expect(all).toBe(sum(await total()));
    expect(members.every((share) => share > 0 && share < all)).toBe(true);
    const { costs: counted } = served.world;
    expect(counted.billed).toEqual({ GetCostAndUsage: shares.length + 1 });
  });

  test('Members may be kept from it', async () => {
    served.world.costs.switches.membersAllowed = false;
    await expect(costs('2026-11-01', '2026-11-02', of({ account: MEMBER }))).rejects.toMatchObject(
      refusal('access to cost explorer'),
    );
  });

  test('It is of the world as it is now: accounts, tags that are active, lines of the past', async () => {
    const keys = async () => {
      const { ResultsByTime } = await payer.send(
        new GetCostAndUsageCommand({
          TimePeriod: { Start: '2026-10-01', End: '2026-11-01' },
          Granularity: 'MONTHLY',
          Metrics: ['UnblendedCost'],
          GroupBy: [{ Type: 'TAG', Key: 'owner' }],
        }),
      );
      return ResultsByTime?.[0]?.Groups?.flatMap(({ Keys = [] }) => Keys);
    };
    expect(await keys()).toEqual(['owner$', 'owner$payments']);
    served.world.costs.items.push({
      day: '2026-10-31',
      account: MEMBER,
      service: 'AWS Lambda',
      unblended: '1',
      tags: { owner: 'somebody' },
    });
    expect(await keys()).toEqual(['owner$', 'owner$payments', 'owner$somebody']);
    served.world.costExplorer.allocationTags = { owner: 'Inactive' };
    expect(await keys()).toEqual(['owner$']);
  });

  test('A period ends after it starts', async () => {
    await expect(costs('2026-11-02', '2026-11-02')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('It is reached from every Region: SDKs find its one endpoint by themselves', async () => {
    const elsewhere = of({ account: MANAGEMENT, region: 'eu-central-1' });
    expect((await costs('2026-11-01', '2026-11-02', elsewhere)).ResultsByTime).toHaveLength(1);
  });
});
