import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { badValue, pageOfInput, requiredText } from './cloud-formation-input.ts';
import { type QueryInput, type QueryOperation, structuresOf } from './query-protocol.ts';
import { stackId, uuidOf } from './stack-id.ts';
import { NOT_DELEGATED, stackSetCaller } from './stack-set-caller.ts';
import type { StackInstance, World } from './world.ts';

/**
 * CloudFormation's service-managed StackSets. They belong to the management account: a delegated administrator
 * sees them by `CallAs` alone, and without it has none.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackSets.html
 */
export function stackSetOperations(organization: Organization): Record<string, QueryOperation> {
  const { world } = organization;
  const visible = (input: QueryInput, call: AwsCall): string[] => {
    const { callAs, isManagement, isDelegated } = stackSetCaller(organization, input, call);
    if (callAs === 'DELEGATED_ADMIN' && !isDelegated) throw new AwsError('ValidationError', NOT_DELEGATED);
    const isSeen = (isManagement || callAs === 'DELEGATED_ADMIN') && call.region === world.homeRegion;
    return isSeen ? Object.keys(world.stackSets) : [];
  };
  const find = (input: QueryInput, call: AwsCall): string => {
    const nameOrId = requiredText(input, 'StackSetName');
    const name = visible(input, call).find((name) => name === nameOrId || idOf(name) === nameOrId);
    if (name) return name;
    throw new AwsError('StackSetNotFoundException', `StackSet ${nameOrId} not found`, 404);
  };

  return {
    ListStackSets: (input, call) => {
      const { Status = 'ACTIVE' } = input;
      const stackSets = Status === 'ACTIVE' ? visible(input, call) : [];
      const { page, NextToken } = pageOfInput(stackSets, input, call);
      return { Summaries: page.map(toStackSet), NextToken };
    },
    DescribeStackSet: (input, call) => {
      const name = find(input, call);
      return { StackSet: { ...toStackSet(name), ...placeOf(world, name) } };
    },
    ListStackInstances: (input, call) => {
      const name = find(input, call);
      const instances = (world.stackSets[name] ?? []).filter(isWanted(input));
      const { page, NextToken } = pageOfInput(instances, input, call);
      return { Summaries: page.map((instance) => toSummary(world, name, instance)), NextToken };
    },
  };
}

function isWanted(input: QueryInput) {
  const { StackInstanceAccount, StackInstanceRegion } = input;
  const filters = structuresOf(input, 'Filters');
  for (const { Name = 'null' } of filters) {
    if (Name !== 'DETAILED_STATUS') throw badValue('filters.1.member.name', Name, 'be DETAILED_STATUS here');
  }
  return ({ account, region, detailedStatus }: StackInstance) =>
    account === (StackInstanceAccount ?? account) &&
    region === (StackInstanceRegion ?? region) &&
    filters.every(({ Values }) => detailedStatus === Values);
}

const idOf = (name: string) => `${name}:${uuidOf(name)}`;

const toStackSet = (name: string) => ({
  StackSetName: name,
  StackSetId: idOf(name),
  Status: 'ACTIVE',
  PermissionModel: 'SERVICE_MANAGED',
  AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
  ManagedExecution: { Active: true },
  DriftStatus: 'NOT_CHECKED',
});

const placeOf = ({ managementAccount, homeRegion, stackSets }: World, name: string) => ({
  StackSetARN: `arn:aws:cloudformation:${homeRegion}:${managementAccount}:stackset/${idOf(name)}`,
  Regions: [...new Set((stackSets[name] ?? []).map(({ region }) => region))],
});

function toSummary({ accounts }: World, name: string, instance: StackInstance) {
  const { account, region, status, detailedStatus, reason } = instance;
  return {
    StackSetId: idOf(name),
    Account: account,
    Region: region,
    StackId: stackId(account, region, `StackSet-${name}-${uuidOf(name)}`),
    Status: status,
    StatusReason: reason,
    StackInstanceStatus: { DetailedStatus: detailedStatus },
    OrganizationalUnitId: accounts.find(({ id }) => id === account)?.parentId,
    DriftStatus: 'NOT_CHECKED',
  };
}
