import { ownRegion, requestAws } from '#lambdas/runtime/aws-request-client.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { HttpAnswer } from '#lambdas/runtime/exchange.ts';

type GetParameterResult = { Parameter?: { Value?: string }; __type?: string };

/**
 * The value of a SecureString. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
 */
export async function readParameter(name: string): Promise<string> {
  const { status, body } = await callSsm('GetParameter', { Name: name, WithDecryption: true });
  const result = parse(body);
  const value = result?.Parameter?.Value;
  if (status === 200 && value !== undefined) return value;
  const code = result?.__type?.split('#').at(-1);
  if (code === 'ParameterNotFound') {
    throw new PermanentError('Secret is missing: store it with "reeve secret set"', { fields: { name } });
  }
  throw new RetryLaterError('Secret could not be read', { fields: { name, code, status } });
}

async function callSsm(operation: string, input: object): Promise<HttpAnswer> {
  try {
    return await requestAws({
      service: 'ssm',
      host: `ssm.${ownRegion()}`,
      method: 'POST',
      path: '/',
      body: JSON.stringify(input),
      headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `AmazonSSM.${operation}` },
    });
  } catch (cause) {
    throw new RetryLaterError('Parameter Store is unreachable', { cause });
  }
}

/** The parser's own message would quote the text, which may hold the secret. */
function parse(body: string): GetParameterResult | undefined {
  try {
    return JSON.parse(body) as GetParameterResult;
  } catch {
    return undefined;
  }
}
