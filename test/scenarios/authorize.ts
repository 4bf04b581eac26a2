import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT_ID, REGION } from '#local/embedded-cloud.ts';
import type { Estate, PolicyDocument, Role } from '#local/estate.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import { resourcesOfCall } from '#local/proxy/resources-of-call.ts';

/** One thing that a call needs to be allowed: an IAM action on a resource. */
export type Need = { action: string; resource: string };

/** SendMessageBatch is allowed by sqs:SendMessage, and so on; other operations are named as their action. */
const ACTION_OF_BATCH = /^(SendMessage|DeleteMessage|ChangeMessageVisibility)Batch$/;

export function needsOf(call: Pick<AwsCall, 'service' | 'operation'>, resources: string[]): Need[] {
  const operation = ACTION_OF_BATCH.exec(call.operation)?.[1] ?? call.operation;
  return resources.map((name) => ({
    action: `${call.service}:${operation}`,
    resource: arnOf(call.service, name),
  }));
}

export function needsOfCall(call: AwsCall): Need[] {
  return needsOf(call, resourcesOfCall(call));
}

function arnOf(service: string, name: string): string {
  if (name.startsWith('arn:')) return name;
  const prefix = `arn:aws:${service}:${REGION}:${ACCOUNT_ID}`;
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

/** Whether a role's own policies, with a resource's policy beside them, allow a need. */
export function isAllowed(role: Role, need: Need, resourcePolicy?: PolicyDocument): Promise<boolean> {
  return simulate(role.arn, role.policies, need, resourcePolicy, {});
}

/** Whether an AWS service itself may do something, by the policy of the resource or the trust of a role. */
export function mayService(
  service: string,
  need: Need,
  resourcePolicy: PolicyDocument | undefined,
  context: Record<string, string> = {},
): Promise<boolean> {
  return simulate(service, [], need, resourcePolicy, context);
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
      resource: { resource: need.resource, accountId: ACCOUNT_ID },
      contextVariables: {
        'aws:SecureTransport': 'true',
        'aws:PrincipalAccount': ACCOUNT_ID,
        ...context,
      },
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
