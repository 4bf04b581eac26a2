import {
  type CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';

/** The hub as it is deployed. */
export type HubStack = {
  status: string;
  createdAt: Date;
  version: string | undefined;
  outputs: Record<string, string | undefined>;
};

/** Undefined where there is no such stack. */
export async function askHubStack(
  client: CloudFormationClient,
  stack: string,
): Promise<HubStack | undefined> {
  try {
    const { Stacks: [found] = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    if (!found) return undefined;
    const { StackStatus = '', CreationTime = new Date(0), Outputs = [] } = found;
    const outputs = Object.fromEntries(
      Outputs.map(({ OutputKey = '', OutputValue }) => [OutputKey, OutputValue]),
    );
    return { status: StackStatus, createdAt: CreationTime, version: outputs['Version'], outputs };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The name of the only resource of a type whose logical id begins so. */
export async function findResource(
  client: CloudFormationClient,
  stack: string,
  type: string,
  logicalId: string,
): Promise<string | undefined> {
  for await (const page of paginateListStackResources({ client }, { StackName: stack })) {
    const found = page.StackResourceSummaries?.find(
      ({ ResourceType, LogicalResourceId }) =>
        ResourceType === type && LogicalResourceId?.startsWith(logicalId),
    );
    if (found) return found.PhysicalResourceId;
  }
  return undefined;
}

/** CloudFormation has no error of its own for it. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist')
  );
}
