import { listOf, resourcesOf, type Template } from '#test/estate/template.ts';

export type Statement = {
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: unknown;
  NotResource?: unknown;
  Principal?: string | { AWS?: unknown; Service?: string | string[] };
  Condition?: Record<string, Record<string, unknown>>;
};
type PolicyDocument = { Statement: Statement[] };
export type IamPolicy = { PolicyDocument: PolicyDocument };
export type ResourcePolicy = { PolicyDocument: PolicyDocument; Queues?: unknown[]; Topics?: unknown[] };
export type Role = {
  AssumeRolePolicyDocument: PolicyDocument;
  Policies?: IamPolicy[];
  ManagedPolicyArns?: unknown[];
};

const RESOURCE_POLICIES = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'];

/** All statements that say what a role may do, with the logical id of where they stand. */
export function permissionsIn(template: Template): [id: string, Statement][] {
  const policies = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    resourcesOf<IamPolicy>(template, type),
  );
  const inline = resourcesOf<Role>(template, 'AWS::IAM::Role').flatMap(([id, role]) =>
    (role.Policies ?? []).map((policy): [string, IamPolicy] => [id, policy]),
  );
  return [...policies, ...inline].flatMap(([id, { PolicyDocument }]) =>
    PolicyDocument.Statement.map((statement): [string, Statement] => [id, statement]),
  );
}

/** The statements of the resource policies that name this queue or topic. */
export function statementsAbout(template: Template, resourceId: string): Statement[] {
  return resourcePoliciesIn(template)
    .filter(([, { Queues, Topics }]) => JSON.stringify([Queues, Topics]).includes(`{"Ref":"${resourceId}"}`))
    .flatMap(([, { PolicyDocument }]) => PolicyDocument.Statement);
}

export function resourcePoliciesIn(template: Template): [id: string, ResourcePolicy][] {
  return RESOURCE_POLICIES.flatMap((type) => resourcesOf<ResourcePolicy>(template, type));
}

/** Denies everybody an action without TLS. */
export function isTlsOnly({ Effect, Action, Principal, Condition }: Statement, action: string): boolean {
  const everybody = Principal === '*' || (typeof Principal === 'object' && Principal.AWS === '*');
  const withoutTls = Condition?.['Bool']?.['aws:SecureTransport'] === 'false';
  return Effect === 'Deny' && listOf(Action).includes(action) && everybody && withoutTls;
}

export function isAllowed(
  { Effect, Action, Principal }: Statement,
  service: string,
  action: string,
): boolean {
  const services = typeof Principal === 'object' ? listOf(Principal.Service) : [];
  return Effect === 'Allow' && services.includes(service) && listOf(Action).includes(action);
}
