import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { PolicyDocument } from '#bin/commands/support/access/case-policies.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';

export const HUB = '999999999999';

type Asked = { action: string; resource: string; leadingKeys?: string[] };

/** Whether somebody with these policies and no others may do something; an error of the simulator throws. */
export async function may(
  policies: PolicyDocument[],
  { action, resource, leadingKeys }: Asked,
): Promise<boolean> {
  const accountId = resource.split(':')[4] || HUB;
  const result = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${accountId}:role/reader`,
        action,
        resource: { resource, accountId },
        contextVariables: {
          'aws:SecureTransport': 'true',
          ...(leadingKeys && { 'dynamodb:LeadingKeys': leadingKeys }),
        },
      },
      identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(`Simulator: ${JSON.stringify(result.errors)}`);
  return result.overallResult === 'Allowed';
}

/** The partition keys that a call to DynamoDB names; none: it names no key. */
export function leadingKeysOf({ body }: Pick<AwsCall, 'body'>): string[] | undefined {
  const { Key, ExpressionAttributeValues } = JSON.parse(body.toString()) as Record<
    string,
    Record<string, { S?: string }> | undefined
  >;
  const key = Key?.['account']?.S ?? ExpressionAttributeValues?.[':account']?.S;
  return key === undefined ? undefined : [key];
}
