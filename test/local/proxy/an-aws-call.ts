import type { AwsCall } from '#local/proxy/aws-call.ts';

/** A call to DynamoDB, unless said otherwise; `input` becomes its JSON body. */
export function anAwsCall({ input = {}, ...given }: Partial<AwsCall> & { input?: unknown } = {}): AwsCall {
  return {
    id: 1,
    service: 'dynamodb',
    operation: 'GetItem',
    region: 'eu-west-1',
    accessKeyId: 'ASIAEXAMPLE',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(input)),
    ...given,
  };
}
