import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

export const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** EventBridge of a member account in moto's Organization, by its wire protocol. */
export async function motoMember(endpoint: string, account: string, region: string) {
  const accessKeyId = await accessKeyOf(endpoint, account);
  return {
    events: async <Result>(operation: string, input: object): Promise<Result> => {
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSEvents.${operation}`,
          // moto reads the scope only: whose account, and where.
          authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/events/aws4_request`,
        },
        body: JSON.stringify(input),
      });
      const body = await answer.text();
      if (!answer.ok) throw new Error(`${operation} answered ${answer.status} ${body}`);
      return JSON.parse(body) as Result;
    },
  };
}

/** moto takes the account of a caller from the role that it assumed. */
async function accessKeyOf(endpoint: string, account: string): Promise<string> {
  const client = new STSClient({ endpoint, region: 'us-east-1', credentials: CREDENTIALS });
  const RoleArn = `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;
  const { Credentials } = await client.send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'conformance' }),
  );
  return Credentials?.AccessKeyId ?? '';
}
