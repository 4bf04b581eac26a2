import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { COST_OPERATIONS } from '#lambdas/contracts/cost-operations.ts';
import { ManagementStack } from '#lib/stacks/management-stack.ts';
import { anOrganization, HUB_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown };
type Role = {
  RoleName?: string;
  AssumeRolePolicyDocument: { Statement: Statement[] };
  Policies: { PolicyDocument: { Statement: Statement[] } }[];
};

function managementOf(...given: Parameters<typeof anOrganization>): Template {
  const settings = anOrganization(...given);
  const { templates } = synthesize(
    (app) => new ManagementStack(app, 'ReeveManagement', { settings, hubStack: 'ReeveHub' }),
  );
  return templates['ReeveManagement'] as Template;
}

function costReaderOf(template: Template): Role | undefined {
  const roles = template.findResources('AWS::IAM::Role', { Properties: { RoleName: 'reeve-cost-reader' } });
  return Object.values(roles)[0]?.['Properties'] as Role | undefined;
}

describe('the role that reads costs', () => {
  const reader = costReaderOf(managementOf({ costs: {} }));
  const statements = reader?.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement) ?? [];

  test('may ask what Reeve asks, by name, and nothing else', () => {
    const actions = statements.flatMap(({ Action }) => Action);

    expect(actions.toSorted()).toEqual(COST_OPERATIONS.map((operation) => `ce:${operation}`).toSorted());
  });

  test('asks for costs and their forecast in the primary billing view alone', () => {
    const scoped = statements.find(({ Action }) => Action.includes('ce:GetCostAndUsage'));

    expect(scoped?.Action).toEqual(['ce:GetCostAndUsage', 'ce:GetCostForecast']);
    expect(scoped?.Resource).not.toContain('*');
    expect(JSON.stringify(scoped?.Resource)).toContain(':billingview/primary');
  });

  test('is taken by the function of the hub account and the doctor, who know its external id, and nobody else', () => {
    const [trust] = reader?.AssumeRolePolicyDocument.Statement ?? [];
    const who = (name: string) => ({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${HUB_ACCOUNT}:role/${name}`]],
    });

    expect(reader?.AssumeRolePolicyDocument.Statement).toHaveLength(1);
    expect(trust?.Condition).toEqual({
      StringEquals: {
        'aws:PrincipalArn': [who('reeve-cost-reports'), who('reeve-doctor')],
        'sts:ExternalId': 'reeve/ReeveHub',
        'aws:PrincipalOrgID': 'o-exampletown1',
      },
    });
  });

  test.each([
    ['nothing is said of costs', {}],
    ['the hub looks at its own account alone', { costs: { view: 'account' as const } }],
    ['an export is read instead', { costs: { focus: { bucket: 'town-exports', prefix: 'focus' } } }],
  ])('is not there where %s', (_, given) => {
    expect(costReaderOf(managementOf(given))).toBeUndefined();
  });
});

describe('the anomalies of all accounts', () => {
  test('are forwarded to the hub', () => {
    expectResource(managementOf({ costs: {} }), 'AWS::Events::Rule', {
      EventPattern: { source: ['aws.ce'], 'detail-type': ['Anomaly Detected'] },
      Targets: [
        {
          Arn: {
            'Fn::Join': [
              '',
              ['arn:', { Ref: 'AWS::Partition' }, `:events:eu-north-1:${HUB_ACCOUNT}:event-bus/ReeveHub`],
            ],
          },
        },
      ],
    });
  });

  test('are left where they are if nobody wants to hear of them', () => {
    expectCounts(managementOf({ costs: { anomalies: false } }), { 'AWS::Events::Rule': 1 });
    expectCounts(managementOf({ accountDirectory: undefined, costs: { anomalies: false } }), {
      'AWS::Events::Rule': 0,
    });
  });
});
