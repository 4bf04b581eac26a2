import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { ServiceControlPolicy } from '#lib/tags/prevention/to-service-control-policies.ts';

export const ACCOUNT = '111122223333';

export type AskedCall = {
  action: string;
  resource: string;
  tags?: Record<string, string>;
  /** The path and name of the role that calls. */
  role?: string;
};

/** Whether somebody who may do everything still may under the policies. An error of the simulator is no verdict: it throws. */
export async function mayCall(policies: ServiceControlPolicy[], call: AskedCall): Promise<boolean> {
  const { action, resource, tags = {}, role = 'developer' } = call;
  const principal = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  const requestTags: [string, string][] = Object.entries(tags).map(([key, value]) => [
    `aws:RequestTag/${key}`,
    value,
  ]);
  const result = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: { 'aws:PrincipalArn': principal, ...Object.fromEntries(requestTags) },
      },
      identityPolicies: [{ name: 'everything', policy: allowAll() }],
      serviceControlPolicies: [
        {
          orgIdentifier: 'r-abcd',
          policies: [
            { name: 'FullAWSAccess', policy: allowAll() },
            ...policies.map(({ name, document }) => ({ name, policy: document })),
          ],
        },
      ],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(`Simulator: ${JSON.stringify(result.errors)}`);
  return result.overallResult === 'Allowed';
}

function allowAll() {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
}
