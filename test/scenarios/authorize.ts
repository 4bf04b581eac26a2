import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import settings from '#config';
import { restOperation } from '#local/counterparts/organization/rest-operation.ts';
import type { Estate, PolicyDocument, Role } from '#local/estate.ts';
import type { HubPlace } from '#local/hub-of.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import type { Caller } from '#local/proxy/caller.ts';
import { resourcesOfCall } from '#local/proxy/resources-of-call.ts';

/** One thing that a call needs to be allowed: an IAM action on a resource. */
export type Need = { action: string; resource: string };

/** SendMessageBatch is allowed by sqs:SendMessage, and so on; other operations are named as their action. */
const ACTION_OF_BATCH = /^(SendMessage|DeleteMessage|ChangeMessageVisibility)Batch$/;

/** Services whose actions are granted on everything: what their calls name are ids of their own. */
const ACCOUNT_WIDE = ['account', 'config', 'health', 'organizations', 'support'];

export function needsOf(
  call: Pick<AwsCall, 'service' | 'operation'>,
  resources: string[],
  hub: HubPlace,
): Need[] {
  const operation = ACTION_OF_BATCH.exec(call.operation)?.[1] ?? restOperation(call.operation);
  return (ACCOUNT_WIDE.includes(call.service) ? ['*'] : resources).map((name) => ({
    action: `${call.service}:${operation}`,
    resource: arnOf(call.service, name, hub),
  }));
}

export function needsOfCall(call: AwsCall, hub: HubPlace): Need[] {
  return needsOf(call, resourcesOfCall(call), hub);
}

function arnOf(service: string, name: string, { accountId, region }: HubPlace): string {
  if (name.startsWith('arn:') || name === '*') return name;
  const prefix = `arn:aws:${service}:${region}:${accountId}`;
  if (service === 'dynamodb') return `${prefix}:table/${name}`;
  if (service === 'ssm') return `${prefix}:parameter${name}`;
  return `${prefix}:${name}`;
}

/** The role that a function runs with. */
export function roleOf(estate: Estate, functionName: string): Role {
  const arn = estate.functions.find(({ name }) => name === functionName)?.roleArn;
  const role = estate.roles.find((candidate) => candidate.arn === arn);
  if (!role) throw new Error(`Function ${functionName} has no role`);
  return role;
}

/** The role whose credentials a call was made with: the one that was assumed, or the function's. */
export function actingRole(estate: Estate, caller: Pick<Caller, 'function' | 'roleArn'>): Role {
  return estate.roles.find(({ arn }) => arn === caller.roleArn) ?? roleOf(estate, caller.function);
}

/** The policy of the queue, or the trust of the role, that a need is about. */
export function resourcePolicyOf({ queues, roles }: Estate, { resource }: Need): PolicyDocument | undefined {
  const queue = queues.find(({ arn }) => arn === resource);
  return queue ? queue.policy : roles.find(({ arn }) => arn === resource)?.trust;
}

/** What the conditions of a trust ask about the one who assumes a role. */
export function contextOfCall(call: AwsCall, role: Role): Record<string, string> {
  if (call.operation !== 'AssumeRole') return {};
  const externalId = new URLSearchParams(call.body.toString()).get('ExternalId');
  return {
    'aws:PrincipalArn': role.arn,
    ...(externalId === null ? {} : { 'sts:ExternalId': externalId }),
    ...(settings.organization ? { 'aws:PrincipalOrgID': settings.organization.id } : {}),
  };
}

/** Whether a role's own policies, with a resource's policy beside them, allow a need. */
export function isAllowed(
  role: Role,
  need: Need,
  resourcePolicy?: PolicyDocument,
  context: Record<string, string> = {},
): Promise<boolean> {
  return simulate(role.arn, role.policies, need, resourcePolicy, {
    'aws:PrincipalAccount': accountOf(role.arn),
    ...context,
  });
}

/** Whether an AWS service itself may do something, by the policy of the resource or the trust of a role. */
export function mayService(
  service: string,
  need: Need,
  resourcePolicy: PolicyDocument | undefined,
  context: Record<string, string> = {},
): Promise<boolean> {
  return simulate(service, [], need, resourcePolicy, {
    'aws:PrincipalAccount': accountOf(need.resource),
    ...context,
  });
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/** An error of the simulator is no verdict: it throws. */
async function simulate(
  principal: string,
  policies: PolicyDocument[],
  need: Need,
  resourcePolicy: PolicyDocument | undefined,
  context: Record<string, string>,
): Promise<boolean> {
  const simulation: Simulation = {
    request: {
      principal,
      action: need.action,
      resource: {
        resource: need.resource,
        accountId: accountOf(need.resource) || accountOf(principal),
      },
      contextVariables: { 'aws:SecureTransport': 'true', ...context },
    },
    identityPolicies: policies.map((policy, index) => ({
      name: `policy-${index}`,
      policy: { Version: '2012-10-17', ...policy },
    })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(resourcePolicy ? { resourcePolicy: { Version: '2012-10-17', ...resourcePolicy } } : {}),
  };
  const result = await runSimulation(simulation, {});
  if (result.resultType === 'error') throw new Error(`Simulator: ${JSON.stringify(result.errors)}`);
  return result.overallResult === 'Allowed';
}

/** Each action on each resource that a role's policies grant. */
export function grantsOf(role: Role): Need[] {
  return role.policies.flatMap(({ Statement }) =>
    Statement.flatMap((statement) =>
      list(statement['Action']).flatMap((action) =>
        list(statement['Resource']).map((resource) => ({ action, resource })),
      ),
    ),
  );
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [String(value)];
}
