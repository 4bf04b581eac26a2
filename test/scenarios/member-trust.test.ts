import { runSimulation } from '@cloud-copilot/iam-simulate';
import { describe, expect, test } from 'vitest';
import settings from '#config';
import type { PolicyDocument, Role } from '#local/estate.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const HUB = settings.hub?.account ?? '';
const ORGANIZATION = settings.organization?.id ?? '';
const MEMBER = '444455556666';
const FOREIGN_ORGANIZATION = 'o-stranger000';

const { buses, roles } = loadAssembly(ASSEMBLY, {
  accountId: HUB,
  region: 'eu-central-1',
  queueUrl: (name) => `https://sqs.eu-central-1.amazonaws.com/${HUB}/${name}`,
  stacks: ['ReeveHub', 'ReeveManagement', 'ReeveMember-us-east-1'],
});

type Call = {
  principal: string;
  action: string;
  resource: string;
  resourceAccount: string;
  /** What the caller's own role allows. */
  identity: PolicyDocument[];
  /** The policy of the bus, or the trust of a role. */
  admits: PolicyDocument | undefined;
  context: Record<string, string | string[]>;
};

async function isAllowed(call: Call): Promise<boolean> {
  const policy = (document: PolicyDocument) => ({ Version: '2012-10-17', ...document });
  const result = await runSimulation(
    {
      request: {
        principal: call.principal,
        action: call.action,
        resource: { resource: call.resource, accountId: call.resourceAccount },
        contextVariables: {
          'aws:SecureTransport': 'true',
          'aws:PrincipalArn': call.principal,
          ...call.context,
        },
      },
      identityPolicies: call.identity.map((document, index) => ({
        name: `policy-${index}`,
        policy: policy(document),
      })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(call.admits ? { resourcePolicy: policy(call.admits) } : {}),
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(`Simulator: ${JSON.stringify(result.errors)}`);
  return result.overallResult === 'Allowed';
}

function roleNamed(pattern: RegExp): Role {
  const role = roles.find(({ arn }) => pattern.test(arn));
  if (!role) throw new Error(`No role ${pattern}`);
  return role;
}

describe("the hub's bus", () => {
  const bus = buses.find(({ name }) => name === 'ReeveHub');
  const forwarder = roleNamed(/role\/reeve\//);
  const put = (
    over: { principal?: string; organization?: string; source?: string; identity?: PolicyDocument[] } = {},
  ) =>
    isAllowed({
      principal:
        over.principal ?? `arn:aws:iam::${MEMBER}:role/reeve/StackSet-ReeveHub-global-ForwardRole-1A2B3C`,
      action: 'events:PutEvents',
      resource: bus?.arn ?? '',
      resourceAccount: HUB,
      identity: over.identity ?? forwarder.policies,
      admits: bus?.policy,
      context: {
        'aws:PrincipalOrgID': over.organization ?? ORGANIZATION,
        'events:source': [over.source ?? 'aws.health'],
      },
    });

  test.each(['aws.health', 'reeve.heartbeat', 'aws.organizations', 'aws.ce'])(
    'takes events of %s from the forwarding role of a member',
    async (source) => {
      expect(await put({ source })).toBe(true);
    },
  );

  test('takes nothing from an account of another Organization', async () => {
    expect(await put({ organization: FOREIGN_ORGANIZATION })).toBe(false);
  });

  test('takes nothing of a source that members do not forward', async () => {
    expect(await put({ source: 'aws.ec2' })).toBe(false);
    expect(await put({ source: 'reeve.alerts' })).toBe(false);
  });

  test('takes nothing from another role of a member, whatever that role may do', async () => {
    const Statement = [{ Effect: 'Allow' as const, Action: '*', Resource: '*' }];
    const principal = `arn:aws:iam::${MEMBER}:role/Administrator`;
    expect(await put({ principal, identity: [{ Statement }] })).toBe(false);
    expect(
      await put({ principal: `arn:aws:iam::${MEMBER}:role/reeve-reader`, identity: [{ Statement }] }),
    ).toBe(false);
  });

  test('is the only bus that the forwarding role may put events on', async () => {
    const other = { ...(bus as { arn: string }), arn: `arn:aws:events:eu-central-1:${HUB}:event-bus/other` };
    const admits = { Statement: [{ Effect: 'Allow' as const, Principal: '*', Action: '*', Resource: '*' }] };
    const principal = `arn:aws:iam::${MEMBER}:role/reeve/Forward`;
    const call = {
      principal,
      action: 'events:PutEvents',
      resourceAccount: HUB,
      identity: forwarder.policies,
      admits,
      context: {},
    };

    expect(await isAllowed({ ...call, resource: bus?.arn ?? '' })).toBe(true);
    expect(await isAllowed({ ...call, resource: other.arn })).toBe(false);
  });
});

describe.each([
  { name: 'reeve-reader', mayAssume: ['reeve-doctor'] },
  { name: 'reeve-organization-reader', mayAssume: ['reeve-doctor', 'reeve-account-directory'] },
  { name: 'reeve-cost-reader', mayAssume: ['reeve-doctor', 'reeve-cost-reports'] },
])('the role $name', ({ name, mayAssume }) => {
  const role = roleNamed(new RegExp(`role/${name}$`));
  const assume = (over: { principal?: string; organization?: string; externalId?: string } = {}) =>
    isAllowed({
      principal: over.principal ?? `arn:aws:iam::${HUB}:role/${mayAssume[0]}`,
      action: 'sts:AssumeRole',
      resource: role.arn,
      resourceAccount: role.arn.split(':')[4] ?? '',
      identity: [{ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role.arn }] }],
      admits: role.trust,
      context: {
        'aws:PrincipalOrgID': over.organization ?? ORGANIZATION,
        'sts:ExternalId': over.externalId ?? 'reeve/ReeveHub',
      },
    });

  test.each(mayAssume)('may be assumed by %s of the hub account', async (capability) => {
    expect(await assume({ principal: `arn:aws:iam::${HUB}:role/${capability}` })).toBe(true);
  });

  test.each([
    ['another role of the hub account', { principal: `arn:aws:iam::${HUB}:role/reeve-alert-desk` }],
    ['a role of that name in another account', { principal: `arn:aws:iam::${MEMBER}:role/${mayAssume[0]}` }],
    ['another Organization', { organization: FOREIGN_ORGANIZATION }],
    ['somebody who does not know the external id', { externalId: 'reeve/ReeveTrial' }],
  ])('may not be assumed by %s', async (_, over) => {
    expect(await assume(over)).toBe(false);
  });

  test('allows nothing that writes', () => {
    const actions = role.policies.flatMap(({ Statement }) =>
      Statement.flatMap(({ Action }) => Action as string[]),
    );

    expect(actions.length).toBeGreaterThan(0);
    const writing = actions.filter((action) => !/^[a-z-]+:(?:Describe|List|Get|Select)[A-Z]/.test(action));
    // It changes nothing but when a result was made; `refreshAfterHours: false` leaves it out.
    expect(writing.filter((action) => action !== 'support:RefreshTrustedAdvisorCheck')).toEqual([]);
  });
});
