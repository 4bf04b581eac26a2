import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOME, HUB, MANAGEMENT, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
let hub: CloudFormationClient;

beforeEach(async () => {
  served = await servedWorld();
  hub = served.clientOf(CloudFormationClient);
  served.world.bootstrap = { [`${HUB}/${HOME}`]: 33 };
  served.world.hubStack = {
    name: 'ReeveHub',
    status: 'UPDATE_COMPLETE',
    description: 'Reeve: the hub',
    outputs: { Version: '0.1.0' },
    tags: { stage: 'prod' },
  };
});
afterEach(() => served.close());

const describeStacks = async (client: CloudFormationClient, StackName?: string) =>
  (await client.send(new DescribeStacksCommand({ StackName }))).Stacks ?? [];
const namesIn = async (account: string, region: string) =>
  (await describeStacks(served.clientOf(CloudFormationClient, { account, region }))).map(
    ({ StackName }) => StackName,
  );

describe('DescribeStacks', () => {
  test('The hub is described by its name or its id', async () => {
    const [byName] = await describeStacks(hub, 'ReeveHub');
    expect(byName).toMatchObject({
      StackName: 'ReeveHub',
      StackStatus: 'UPDATE_COMPLETE',
      Description: 'Reeve: the hub',
      Outputs: [{ OutputKey: 'Version', OutputValue: '0.1.0' }],
      Tags: [{ Key: 'stage', Value: 'prod' }],
    });
    expect(byName?.StackId).toMatch(`arn:aws:cloudformation:${HOME}:${HUB}:stack/ReeveHub/`);
    expect(await describeStacks(hub, byName?.StackId)).toEqual([byName]);
  });

  test("CDK's bootstrap tells its version", async () => {
    const [toolkit] = await describeStacks(hub, 'CDKToolkit');
    expect(toolkit?.Outputs).toContainEqual({ OutputKey: 'BootstrapVersion', OutputValue: '33' });
  });

  test('Without a name all stacks of the account and Region are told', async () => {
    expect(await namesIn(HUB, HOME)).toEqual(['CDKToolkit', 'ReeveHub']);
    expect(await namesIn(HUB, 'eu-west-1')).toEqual([]);
    expect(await namesIn(MANAGEMENT, HOME)).toEqual([]);
  });

  test('A stack that is not there is refused by a text alone', async () => {
    delete served.world.hubStack;
    await expect(describeStacks(hub, 'ReeveHub')).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Stack with id ReeveHub does not exist',
    });
  });

  test('A permission that lacks is said in the words of the query protocol', async () => {
    served.faults.deny('cloudformation:DescribeStacks');
    await expect(describeStacks(hub, 'ReeveHub')).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(
        'is not authorized to perform: cloudformation:DescribeStacks',
      ) as unknown,
    });
  });
});

describe('ListStackResources', () => {
  const resources = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      logicalId: `Fn${index}`,
      type: 'AWS::Lambda::Function',
      physicalId: `reeve-${index}`,
    }));

  test('Resources come in pages, with their physical ids', async () => {
    served.world.hubResources = resources(205);
    const sizes: number[] = [];
    for await (const page of paginateListStackResources({ client: hub }, { StackName: 'ReeveHub' }))
      sizes.push(page.StackResourceSummaries?.length ?? 0);
    expect(sizes).toEqual([100, 100, 5]);

    const { StackResourceSummaries } = await hub.send(
      new ListStackResourcesCommand({ StackName: 'ReeveHub' }),
    );
    expect(StackResourceSummaries?.[1]).toMatchObject({
      LogicalResourceId: 'Fn1',
      PhysicalResourceId: 'reeve-1',
      ResourceType: 'AWS::Lambda::Function',
      ResourceStatus: 'CREATE_COMPLETE',
    });
  });

  test('A token of another list is refused', async () => {
    served.world.hubResources = resources(101);
    const { NextToken } = await hub.send(new ListStackResourcesCommand({ StackName: 'ReeveHub' }));
    const elsewhere = hub.send(new ListStackResourcesCommand({ StackName: 'CDKToolkit', NextToken }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('A name must be given, and be one of a stack', async () => {
    const list = (StackName: string) => hub.send(new ListStackResourcesCommand({ StackName }));
    await expect(list('')).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(list('Nobody')).rejects.toThrow('Stack with id Nobody does not exist');
  });
});
