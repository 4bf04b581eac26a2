import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import settings from '#config';
import { aggregatorArn } from '#local/counterparts/organization/config-aggregators.ts';
import { iamPrefix } from '#local/counterparts/organization/iam-prefix.ts';
import { restOperation } from '#local/counterparts/organization/rest-operation.ts';
import type { Estate, PolicyDocument, Role } from '#local/estate.ts';
import type { HubPlace } from '#local/hub-of.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import type { Caller } from '#local/proxy/caller.ts';
import type { RecordedCall } from '#local/proxy/recorded-call.ts';
import { resourcesOfCall } from '#local/proxy/resources-of-call.ts';
import { s3Actions } from '#test/scenarios/s3-actions.ts';

/** One thing that a call needs to be allowed: an IAM action on a resource. */
export type Need = { action: string; resource: string };

/** SendMessageBatch is allowed by sqs:SendMessage, and so on; other operations are named as their action. */
const ACTION_OF_BATCH = /^(SendMessage|DeleteMessage|ChangeMessageVisibility)Batch$/;

/** Services whose actions are granted on everything: what their calls name are ids of their own. */
const ACCOUNT_WIDE = [
  'account',
  'config',
  'ecs',
  'health',
  'logs',
  'organizations',
  'support',
  'supportauthz',
  'tagging',
  'trustedadvisor',
];
/**
 * What AWS scopes to a billing view; without one a request is about the operation itself.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscostexplorerservice.html
 */
const OF_BILLING_VIEWS = ['GetCostAndUsage', 'GetCostForecast'];

/** The others of AWS Config name no resource. */
const OF_AGGREGATORS = ['DescribeConfigurationAggregatorSourcesStatus', 'SelectAggregateResourceConfig'];

export function needsOf(
  call: Pick<AwsCall, 'service' | 'operation'>,
  resources: string[],
  hub: HubPlace,
): Need[] {
  if (call.service === 's3') {
    const actions = s3Actions(call.operation, resources);
    return resources.map((name, index) => ({
      action: actions[index] ?? '',
      resource: arnOf('s3', name, hub),
    }));
  }
  if (call.service === 'ce') {
    return [{ action: `ce:${call.operation}`, resource: costResource(call.operation, resources, hub) }];
  }
  if (OF_AGGREGATORS.includes(call.operation)) {
    const { accountId: account, region } = hub;
    return resources.map((name) => ({
      action: `config:${call.operation}`,
      resource: aggregatorArn({ account, region, name }),
    }));
  }
  const operation = ACTION_OF_BATCH.exec(call.operation)?.[1] ?? restOperation(call.operation);
  return (ACCOUNT_WIDE.includes(call.service) ? ['*'] : resources).map((name) => ({
    action: `${iamPrefix(call.service)}:${operation}`,
    resource: arnOf(call.service, name, hub),
  }));
}

export function needsOfCall(call: AwsCall, hub: HubPlace): Need[] {
  return needsOf(call, resourcesOfCall(call), hub);
}

function costResource(operation: string, [view]: string[], { accountId }: HubPlace): string {
  if (!OF_BILLING_VIEWS.includes(operation)) return '*';
  const payer = settings.organization?.managementAccount ?? accountId;
  return view ?? `arn:aws:ce:us-east-1:${payer}:/${operation}`;
}

function arnOf(service: string, name: string, { accountId, region }: HubPlace): string {
  if (name.startsWith('arn:') || name === '*') return name;
  // Names of buckets are the only ones in the world.
  if (service === 's3') return `arn:aws:s3:::${name}`;
  const prefix = `arn:aws:${service}:${region}:${accountId}`;
  if (service === 'dynamodb') return `${prefix}:table/${name}`;
  if (service === 'ssm') return `${prefix}:parameter${name}`;
  return `${prefix}:${name}`;
}

/** What an answer shows to have been needed besides: S3 says that an object is missing to whom the list is open. */
export function neededFor({ service, operation, status, resources }: RecordedCall): Need[] {
  if (service !== 's3' || operation !== 'GetObject' || status !== 404) return [];
  return resources.map((name) => ({
    action: 's3:ListBucket',
    resource: `arn:aws:s3:::${name.split('/')[0]}`,
  }));
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

/** The policy of the queue or bucket, or the trust of the role, that a need is about. */
export function resourcePolicyOf(
  { queues, buckets, roles }: Estate,
  { resource }: Need,
): PolicyDocument | undefined {
  const bucketArn = resource.startsWith('arn:aws:s3:::') ? resource.replace(/\/.*$/s, '') : undefined;
  const guarded = [...queues, ...buckets].find(({ arn }) => arn === resource || arn === bucketArn);
  return guarded ? guarded.policy : roles.find(({ arn }) => arn === resource)?.trust;
}

/** What the conditions of a trust ask about the one who assumes a role, those of a bucket about a listing. */
export function contextOfCall(call: AwsCall): Record<string, string> {
  if (call.service === 's3')
    return { 's3:prefix': new URLSearchParams(call.path.split('?')[1]).get('prefix') ?? '' };
  if (call.operation !== 'AssumeRole') return {};
  const externalId = new URLSearchParams(call.body.toString()).get('ExternalId');
  return {
    ...(externalId === null ? {} : { 'sts:ExternalId': externalId }),
    ...(settings.organization ? { 'aws:PrincipalOrgID': settings.organization.id } : {}),
  };
}

/** Actions that are newer than what the simulator knows, and that it has no verdict on: granted by name, or not. */
const UNKNOWN_TO_SIMULATOR = [
  'support:GetAttachmentDownloadLink',
  'support:GetAttachmentUploadLinks',
  'support:CompleteAttachmentUpload',
  'support:DescribeAttachmentUploadStatus',
];

/** Whether a role's own policies, with a resource's policy beside them, allow a need. */
export async function isAllowed(
  role: Role,
  need: Need,
  resourcePolicy?: PolicyDocument,
  context: Record<string, string> = {},
): Promise<boolean> {
  if (UNKNOWN_TO_SIMULATOR.includes(need.action)) {
    return grantsOf(role).some(({ action, resource }) => action === need.action && resource === '*');
  }
  return simulate(role.arn, role.policies, need, resourcePolicy, {
    'aws:PrincipalAccount': accountOf(role.arn),
    'aws:PrincipalArn': role.arn,
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

/** Whether one of the needs is what a grant allows. A grant on everything is for needs that name nothing. */
export function isUsed({ action, resource }: Need, needs: Need[]): boolean {
  const pattern = new RegExp(
    `^${resource
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.*')}$`,
    's',
  );
  return needs
    .filter((need) => need.action === action)
    .some((need) => (resource === '*' ? need.resource === '*' : pattern.test(need.resource)));
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [String(value)];
}
