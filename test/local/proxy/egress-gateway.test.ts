import { afterEach, beforeEach, expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { type EgressGateway, type EgressRequest, startEgressGateway } from '#local/proxy/egress-gateway.ts';

const caller = { function: 'delivery', sandbox: 's1' };
let gateway: EgressGateway;
let received: EgressRequest[];

beforeEach(async () => {
  received = [];
  const play = async (request: EgressRequest) => {
    received.push(request);
    return { status: 201, headers: { 'x-played': 'yes' }, body: 'ok' };
  };
  gateway = await startEgressGateway({ clock: new Clock(), hosts: { 'hooks.slack.com': play } });
  gateway.registerCaller('ASIA1', caller);
});
afterEach(() => gateway.close());

function post(host: string) {
  const headers = { 'x-reeve-host': host, 'x-reeve-access-key': 'ASIA1', 'x-own': '1' };
  return fetch(`${gateway.url}/services/T0/B0/password?token=1`, { method: 'POST', headers, body: 'hello' });
}

test('A request reaches who plays its host, as it was sent', async () => {
  const answer = await post('hooks.slack.com:8443');
  expect(answer.status).toBe(201);
  expect(answer.headers.get('x-played')).toBe('yes');
  expect(await answer.text()).toBe('ok');
  expect(received[0]).toMatchObject({
    method: 'POST',
    host: 'hooks.slack.com',
    path: '/services/T0/B0/password?token=1',
    headers: { 'x-own': '1' },
    body: Buffer.from('hello'),
  });
});

test('The record has no more of the path than its first segment', async () => {
  await post('hooks.slack.com');
  expect(gateway.requests).toMatchObject([
    { caller, host: 'hooks.slack.com', path: '/services/…', status: 201 },
  ]);
});

test('A host that nobody plays is refused and noted', async () => {
  const answer = await post('example.com');
  expect(answer.status).toBe(502);
  expect(answer.headers.get('x-reeve-refused')).toBe('example.com');
  expect(gateway.refused).toMatchObject([{ caller, host: 'example.com', status: 502 }]);
  expect(gateway.requests).toEqual([]);
});

test('A hook may play an outage', async () => {
  gateway.addHook({ before: async () => ({ status: 503, headers: {}, body: '' }) });
  expect((await post('hooks.slack.com')).status).toBe(503);
  expect(received).toEqual([]);
});

test('A hook may cut the connection after the message was taken', async () => {
  gateway.addHook({ after: async (_request, { sandbox }) => (sandbox === 's1' ? 'hang-up' : undefined) });
  await expect(post('hooks.slack.com')).rejects.toThrow('fetch failed');
  expect(received).toHaveLength(1);
});
