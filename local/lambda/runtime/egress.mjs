import { urlToHttpOptions } from 'node:url';

// Not imported: an ES import of node:http loads undici as well, some 30 ms of each cold start
// (https://github.com/nodejs/node/issues/59686).
const http = process.getBuiltinModule('node:http');
const https = process.getBuiltinModule('node:https');
const { Socket } = process.getBuiltinModule('node:net');

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Sends every HTTPS request to the gateway instead, as plain HTTP, and refuses all other ways off the machine. */
export function confineEgress(gatewayUrl, accessKeyId) {
  const gateway = new URL(gatewayUrl);
  const routing = (host) => ({ 'x-reeve-host': host, 'x-reeve-access-key': accessKeyId });
  routeHttps(gateway, routing);
  routeFetch(gateway, routing);
  refuseOtherHosts();
}

function routeHttps(gateway, routing) {
  const { request } = http;
  const agent = new http.Agent({ keepAlive: true });
  // What belongs to the connection that is not made.
  const unused = {
    lookup: undefined,
    createConnection: undefined,
    socketPath: undefined,
    defaultPort: undefined,
  };

  https.request = (...args) => {
    const { options, listener } = readArguments(args);
    const host = options.hostname ?? options.host ?? 'localhost';
    const authority = options.port && Number(options.port) !== 443 ? `${host}:${options.port}` : host;
    const headers = { host: authority, ...lowerCased(options.headers), ...routing(authority) };
    const { hostname, port } = gateway;
    return request(
      { ...options, ...unused, protocol: 'http:', host: hostname, hostname, port, agent, headers },
      listener,
    );
  };
  https.get = (...args) => https.request(...args).end();
}

function readArguments(args) {
  const [first, second] = args;
  const listener = args.find((argument) => typeof argument === 'function');
  if (typeof first !== 'string' && !(first instanceof URL)) return { options: first, listener };
  const given = typeof second === 'object' ? second : {};
  return { options: { ...urlToHttpOptions(new URL(first)), ...given }, listener };
}

function lowerCased(headers = {}) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function routeFetch(gateway, routing) {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.protocol !== 'https:') return fetch(request);
    const routed = new Request(new URL(url.pathname + url.search, gateway), request);
    for (const [name, value] of Object.entries(routing(url.host))) routed.headers.set(name, value);
    return fetch(routed);
  };
}

function refuseOtherHosts() {
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (...args) {
    const { host = 'localhost', path } = target(args);
    if (path || LOOPBACK.has(host)) return connect.apply(this, args);
    const refusal = Object.assign(new Error(`connect ECONNREFUSED ${host}`), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
    process.nextTick(() => this.destroy(refusal));
    return this;
  };
}

/** `connect(options)`, `connect(port, host)`, `connect(path)`, or the list that node:net makes of them. */
function target([first, second]) {
  if (Array.isArray(first)) return first[0];
  if (typeof first === 'object') return first;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first };
  return { host: typeof second === 'string' ? second : undefined };
}
