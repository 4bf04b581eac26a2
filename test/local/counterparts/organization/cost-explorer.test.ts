import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  InvalidNextTokenException,
  ListCostAllocationTagsCommand,
} from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MANAGEMENT, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
let payer: CostExplorerClient;
beforeEach(async () => {
  served = await servedWorld();
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
  const refusal = (message: string) => ({
    name: 'AccessDeniedException',
    message: expect.stringContaining(message) as unknown,
  });

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

describe('GetCostAndUsage', () => {
  test('An enabled Cost Explorer answers, without costs', async () => {
    expect((await costs()).ResultsByTime).toMatchObject([
      { TimePeriod: { Start: '2026-11-01', End: '2026-11-02' }, Groups: [] },
    ]);
  });

  test('A period ends after it starts', async () => {
    await expect(costs('2026-11-02', '2026-11-02')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('It is served in us-east-1 alone', async () => {
    const elsewhere = of({ account: MANAGEMENT, region: 'eu-central-1' });
    await expect(costs('2026-11-01', '2026-11-02', elsewhere)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });
});
