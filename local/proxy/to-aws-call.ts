import type { IncomingMessage } from 'node:http';
import type { AwsCall } from './aws-call.ts';
import { plainHeaders } from './plain-headers.ts';
import { s3Operation } from './s3-operation.ts';

/**
 * Reads service, region and access key from the signature's scope, which a header or a presigned URL carries,
 * and the operation from where its protocol puts it; a REST operation without a name is its method and path.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function toAwsCall(id: number, request: IncomingMessage, body: Buffer): AwsCall {
  const { method = 'GET', url: path = '/' } = request;
  const headers = plainHeaders(request.headers);
  const url = new URL(path, `http://${headers['host'] ?? 'localhost'}`);
  const [accessKeyId = '', , region = '', service = ''] = credential(headers, url).split('/');
  const call = { id, service, region, accessKeyId, method, path, headers, body };
  return { ...call, operation: operationOf(call, url) };
}

function credential(headers: Record<string, string>, url: URL): string {
  const signed = /Credential=([^,\s]+)/.exec(headers['authorization'] ?? '')?.[1];
  return signed ?? url.searchParams.get('X-Amz-Credential') ?? '';
}

function operationOf(call: Omit<AwsCall, 'operation'>, url: URL): string {
  const target = call.headers['x-amz-target'];
  if (target) return target.slice(target.lastIndexOf('.') + 1);
  const rpc = /^\/service\/[^/]+\/operation\/([^/]+)$/.exec(url.pathname)?.[1];
  if (rpc) return rpc;
  if (call.service === 's3') return s3Operation(call.method, url);
  return formField(call, 'Action') ?? url.searchParams.get('Action') ?? `${call.method} ${url.pathname}`;
}

function formField({ headers, body }: Pick<AwsCall, 'headers' | 'body'>, name: string): string | undefined {
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return undefined;
  return new URLSearchParams(body.toString()).get(name) ?? undefined;
}
