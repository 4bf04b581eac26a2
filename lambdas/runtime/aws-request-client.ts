import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { sign } from 'aws4';
import { exchange } from '#lambdas/runtime/exchange.ts';

export type AwsRequest = {
  service: 'ssm' | 's3' | 'lambda';
  /** Before the domain of AWS: `ssm.eu-west-1`. */
  host: string;
  method: 'GET' | 'POST';
  /** Of the service's own host; `localPath` where all of AWS is one address, as in the embedded cloud. */
  path: string;
  localPath?: string;
  body?: string;
  headers?: Record<string, string>;
  answerLimit?: number;
};

const TIMEOUT_MS = 5000;

/** Sends one signed request to AWS. By hand: a client of the SDK would be 70 KB of this bundle for one call. */
export function requestAws({ service, method, body = '', headers = {}, answerLimit, ...to }: AwsRequest) {
  const region = process.env['AWS_REGION'] ?? '';
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const local = process.env['AWS_ENDPOINT_URL'];
  const endpoint = new URL(local ?? `https://${to.host}.${suffix}`);
  const path = local ? (to.localPath ?? to.path) : to.path;
  const signed = sign({ service, region, host: endpoint.host, method, path, body, headers });
  const options = {
    hostname: endpoint.hostname,
    port: endpoint.port,
    method,
    path,
    headers: signed.headers as Record<string, string>,
    timeoutMs: TIMEOUT_MS,
    ...(answerLimit ? { answerLimit } : {}),
  };
  return exchange(endpoint.protocol === 'http:' ? httpRequest : httpsRequest, options, body);
}

/** Where this function runs. */
export function ownRegion(): string {
  return process.env['AWS_REGION'] ?? '';
}
