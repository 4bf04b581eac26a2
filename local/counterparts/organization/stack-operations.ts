import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { pageOfInput, requiredText } from './cloud-formation-input.ts';
import type { QueryOperation } from './query-protocol.ts';
import { stackId } from './stack-id.ts';
import type { DeployedStack, StackResource, World } from './world.ts';

const CREATED_AT = '2026-11-01T00:00:00.000Z';

type Located = DeployedStack & { id: string; resources: StackResource[] };

/** CloudFormation's stacks: CDK's bootstrap where it is, and the hub's. */
export function stackOperations({ world, identities }: Organization): Record<string, QueryOperation> {
  const stacksOf = ({ accessKeyId, region }: AwsCall): Located[] => {
    const { accountId } = identities.find(accessKeyId);
    return stacksIn(world, accountId, region).map((stack) => ({
      resources: [],
      ...stack,
      id: stackId(accountId, region, stack.name),
    }));
  };
  const find = (nameOrId: string, call: AwsCall): Located => {
    const found = stacksOf(call).find(({ name, id }) => name === nameOrId || id === nameOrId);
    if (!found) throw new AwsError('ValidationError', `Stack with id ${nameOrId} does not exist`);
    return found;
  };

  return {
    DescribeStacks: (input, call) => {
      const { StackName } = input;
      const stacks = StackName === undefined ? stacksOf(call) : [find(StackName, call)];
      const { page, NextToken } = pageOfInput(stacks, input, call);
      return { Stacks: page.map(toStack), NextToken };
    },
    ListStackResources: (input, call) => {
      const { resources } = find(requiredText(input, 'StackName'), call);
      const { page, NextToken } = pageOfInput(resources, input, call);
      return { StackResourceSummaries: page.map(toSummary), NextToken };
    },
  };
}

function stacksIn(world: World, account: string, region: string): (DeployedStack & Partial<Located>)[] {
  const { bootstrap, hubAccount, homeRegion, hubStack, hubResources = [] } = world;
  const version = bootstrap[`${account}/${region}`];
  const isHub = account === hubAccount && region === homeRegion;
  return [
    ...(version === undefined ? [] : [toolkit(account, region, version)]),
    ...(isHub && hubStack ? [{ ...hubStack, resources: hubResources }] : []),
  ];
}

function toolkit(account: string, region: string, version: number): DeployedStack {
  const outputs = {
    BucketName: `cdk-hnb659fds-assets-${account}-${region}`,
    BootstrapVersion: String(version),
  };
  return { name: 'CDKToolkit', status: 'UPDATE_COMPLETE', outputs, tags: {} };
}

const toStack = ({ id, name, status, description, outputs, tags }: Located) => ({
  StackId: id,
  StackName: name,
  StackStatus: status,
  Description: description,
  CreationTime: CREATED_AT,
  DisableRollback: false,
  Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});

const toSummary = ({ logicalId, physicalId, type }: StackResource) => ({
  LogicalResourceId: logicalId,
  PhysicalResourceId: physicalId,
  ResourceType: type,
  ResourceStatus: 'CREATE_COMPLETE',
  LastUpdatedTimestamp: CREATED_AT,
});
