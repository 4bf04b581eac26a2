import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { sign } from 'aws4';
import { exchange, type HttpAnswer } from '#lambdas/chat-delivery/exchange.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

type GetParameterResult = { Parameter?: { Value?: string }; __type?: string };

const TIMEOUT_MS = 5000;

/**
 * The value of a SecureString. Signed by hand: the SSM client would be 70 KB of this bundle for one call.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
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
  const region = process.env['AWS_REGION'] ?? '';
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const endpoint = new URL(process.env['AWS_ENDPOINT_URL'] ?? `https://ssm.${region}.${suffix}`);
  const body = JSON.stringify(input);
  const signed = sign({
    service: 'ssm',
    region,
    host: endpoint.host,
    method: 'POST',
    path: '/',
    body,
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `AmazonSSM.${operation}` },
  });
  const options = {
    hostname: endpoint.hostname,
    port: endpoint.port,
    path: '/',
    headers: signed.headers as Record<string, string>,
    timeoutMs: TIMEOUT_MS,
  };
  try {
    return await exchange(endpoint.protocol === 'http:' ? httpRequest : httpsRequest, options, body);
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
