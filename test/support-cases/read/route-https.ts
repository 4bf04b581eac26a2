import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { urlToHttpOptions } from 'node:url';

type Listener = (response: IncomingMessage) => void;

/**
 * Leads HTTPS of this process to a gateway, as the sandboxes of the embedded cloud do with theirs; a host that is not
 * played has no address. Returns how to end it.
 */
export function routeHttps(gatewayUrl: string, isPlayed: (host: string) => boolean): () => void {
  const { hostname, port } = new URL(gatewayUrl);
  const { request } = https;
  const routed = (...[first, second, third]: [URL | RequestOptions, unknown, unknown]): ClientRequest => {
    const given = (first instanceof URL ? second : first) as RequestOptions;
    const options = first instanceof URL ? { ...urlToHttpOptions(first), ...given } : given;
    const host = String(options.hostname ?? options.host);
    const played = isPlayed(host);
    const headers = { host, ...(options.headers as Record<string, string>), 'x-reeve-host': host };
    const to = played ? { hostname, port } : { hostname: 'unknown.invalid', port: 1, lookup: noAddress };
    const plain: RequestOptions = {
      ...options,
      protocol: 'http:',
      host: to.hostname,
      agent: false,
      headers,
      ...to,
    };
    return httpRequest(plain, (typeof second === 'function' ? second : third) as Listener);
  };
  https.request = routed as typeof https.request;
  syncBuiltinESMExports();
  return () => {
    https.request = request;
    syncBuiltinESMExports();
  };
}

const noAddress: RequestOptions['lookup'] = (host, _, callback) =>
  callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), '');
