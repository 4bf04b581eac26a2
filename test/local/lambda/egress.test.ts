import { expect, onTestFinished, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import {
  type EgressGateway,
  type EgressHandler,
  type EgressRequest,
  startEgressGateway,
} from '#local/proxy/egress-gateway.ts';
import { aFunction } from './a-function.ts';
import { aHost } from './a-host.ts';

async function aGateway(play: EgressHandler): Promise<EgressGateway> {
  const gateway = await startEgressGateway({ clock: new Clock(), hosts: { 'chat.example': play } });
  onTestFinished(() => gateway.close());
  return gateway;
}

function runAgainst({ url, registerCaller }: EgressGateway, code: string, file = 'index.cjs') {
  return aHost(aFunction(code, { file }), { egressUrl: url, registerCaller }).run();
}

const ASKING = `
  const https = require('https');
  const { request: picked } = require('node:https');
  const options = { hostname: 'chat.example', path: '/p?q', method: 'POST', headers: { Authorization: 'Bearer 1' } };
  const asked = (ask) => new Promise((resolve) => {
    const request = ask(async (response) => resolve(response.statusCode + ' ' + (await response.toArray()).join('')));
    request.on('error', ({ code }) => resolve(code)).on('timeout', () => request.destroy({ code: 'timeout' }));
    request.end();
  });`;

test.each([
  ['request(url, options, callback)', 'https.request("https://chat.example/p?q", { method: "POST" }, done)'],
  ['request(URL, callback)', 'https.request(new URL("https://chat.example/p?q"), done)'],
  ['request(options, callback)', 'https.request({ ...options, agent: new https.Agent() }, done)'],
  ['request(options) and an event', 'https.request(options).on("response", done)'],
  ['get(options, callback)', 'https.get({ ...options, method: "GET" }, done)'],
  ['a picked function', 'picked({ ...options, lookup: () => { throw new Error() } }, done)'],
])('HTTPS by %s goes to the gateway', async (_, ask) => {
  const seen: EgressRequest[] = [];
  const gateway = await aGateway(async (request) => {
    seen.push(request);
    return { status: 200, headers: {}, body: 'played' };
  });
  const result = await runAgainst(gateway, `${ASKING} exports.handler = () => asked((done) => ${ask});`);

  expect(result).toMatchObject({ payload: '200 played' });
  expect(seen).toMatchObject([{ host: 'chat.example', path: '/p?q', headers: { host: 'chat.example' } }]);
  expect(gateway.requests).toMatchObject([{ caller: { function: 'a-function' }, path: '/p' }]);
});

test('HTTPS by an ES import and by fetch goes to the gateway', async () => {
  const gateway = await aGateway(async ({ method, headers, body }) => {
    return { status: 200, headers: {}, body: `${method} ${headers['content-type']} ${body.toString()}` };
  });
  const code = `
    import { request } from 'node:https';
    export const handler = async () => {
      const options = { method: 'PUT', headers: { 'Content-Type': 'a/b' } };
      const imported = await new Promise((resolve) => request('https://chat.example', options, resolve).end('x'));
      const fetched = await fetch('https://chat.example/p', { ...options, body: 'y' });
      return [(await imported.toArray()).join(''), await fetched.text()];
    }`;
  const result = await runAgainst(gateway, code, 'index.mjs');
  expect(result).toMatchObject({ payload: ['PUT a/b x', 'PUT a/b y'] });
});

test('A timeout of a request is kept', async () => {
  const gateway = await aGateway(() => new Promise(() => undefined));
  const ask = 'asked((done) => https.request({ ...options, timeout: 20 }, done))';
  const result = await runAgainst(gateway, `${ASKING} exports.handler = () => ${ask};`);
  expect(result).toMatchObject({ payload: 'timeout' });
});

test('Requests of one sandbox share a connection', async () => {
  const gateway = await aGateway(async () => ({ status: 200, headers: {}, body: '' }));
  const code = `${ASKING}
    exports.handler = async () => {
      const ports = new Set();
      for (let n = 0; n < 3; n++) {
        await asked((done) => https.request(options, (response) => {
          ports.add(response.socket.localPort);
          return done(response);
        }));
      }
      return ports.size;
    };`;
  expect(await runAgainst(gateway, code)).toMatchObject({ payload: 1 });
});

test('A host that nobody plays is refused', async () => {
  const gateway = await aGateway(async () => ({ status: 200, headers: {}, body: '' }));
  const code = `${ASKING} exports.handler = () => asked((done) => https.request('https://example.com/a/b', done));`;
  expect(await runAgainst(gateway, code)).toMatchObject({
    payload: expect.stringContaining('502') as unknown,
  });
  expect(gateway.refused).toMatchObject([{ host: 'example.com', path: '/a/…' }]);
});

test.each([
  ['plain HTTP', `require('http').get('http://example.com')`],
  ['a socket', `require('net').connect(25, 'example.com')`],
  ['TLS', `require('tls').connect({ host: '192.0.2.1', port: 443 })`],
])('By %s nothing leaves the machine', async (_, connection) => {
  const gateway = await aGateway(async () => ({ status: 200, headers: {}, body: '' }));
  const code = `exports.handler = () => new Promise((resolve) => ${connection}.on('error', ({ code, message }) => resolve(code + message)));`;
  const result = await runAgainst(gateway, code);
  expect(result).toMatchObject({
    payload: expect.stringMatching(/^ECONNREFUSEDconnect ECONNREFUSED/) as unknown,
  });
});

test('What surrounds a function does not load undici', async () => {
  const gateway = await aGateway(async () => ({ status: 200, headers: {}, body: '' }));
  const code = `${ASKING}
    exports.handler = async () => {
      await asked((done) => https.request(options, done));
      return process.moduleLoadList.filter((name) => /undici|http2/.test(name));
    };`;
  expect(await runAgainst(gateway, code)).toMatchObject({ payload: [] });
});
