import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { Clock } from '#local/clock.ts';
import { createWebhookReceiver } from '#local/counterparts/webhook-receiver.ts';

const aSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

function aReceiver() {
  const clock = new Clock();
  const secret = aSecret();
  const receiver = createWebhookReceiver({ clock, secrets: [secret] });
  const send = ({
    id = 'msg_1',
    body = '{"a":1}',
    secrets = [secret],
    at = clock.now(),
    headers = {},
  } = {}) =>
    receiver.handler({
      method: 'POST',
      host: 'receiver.example',
      path: '/',
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at / 1000)),
        'webhook-signature': secrets.map((each) => new Webhook(each).sign(id, new Date(at), body)).join(' '),
        ...headers,
      },
      body: Buffer.from(body),
    });
  return { clock, receiver, secret, send };
}

describe('a signed delivery', () => {
  it('is kept with its body and time, under a shifted clock too', async () => {
    const { clock, receiver, send } = aReceiver();
    clock.advance(30 * 86_400_000);
    expect(await send({ body: '{"alert":"ü"}' })).toMatchObject({ status: 204 });
    expect(receiver.deliveries()).toEqual([
      { id: 'msg_1', body: { alert: 'ü' }, at: expect.any(Number) as number, repeats: 0 },
    ]);
    expect(receiver.deliveries()[0]?.at).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  it('is kept once, however often it comes', async () => {
    const { receiver, send } = aReceiver();
    expect(await Promise.all([send(), send(), send({ id: 'msg_2' })])).toMatchObject([
      { status: 204 },
      { status: 204 },
      { status: 204 },
    ]);
    expect(receiver.deliveries().map(({ id, repeats }) => [id, repeats])).toEqual([
      ['msg_1', 1],
      ['msg_2', 0],
    ]);
  });

  it('may carry a second signature while the secret is rotated', async () => {
    const { secret, send } = aReceiver();
    expect(await send({ secrets: [aSecret(), secret] })).toMatchObject({ status: 204 });
  });
});

describe('what is refused', () => {
  it.each([
    ['another secret', { secrets: [aSecret()] }],
    ['a tampered id', { headers: { 'webhook-id': 'msg_9' } }],
    ['no signature', { headers: { 'webhook-signature': '' } }],
    ['no id', { headers: { 'webhook-id': '' } }],
    ['a stamp that is no number', { headers: { 'webhook-timestamp': '2026-11-01' } }],
    ['an id with a dot', { id: 'msg.1' }],
    ['the wrong prefix', { headers: { 'webhook-signature': 'v1=abc' } }],
  ])('answers 401 to %s', async (_, changes) => {
    const { receiver, send } = aReceiver();
    expect(await send(changes)).toMatchObject({ status: 401 });
    expect(receiver.deliveries()).toEqual([]);
  });

  it.each([
    [-299, 204],
    [-302, 401],
    [299, 204],
    [302, 401],
  ])('answers a stamp %i seconds off with %i', async (seconds, status) => {
    const { clock, send } = aReceiver();
    clock.advance(3_600_000);
    expect(await send({ at: clock.now() + seconds * 1000 })).toMatchObject({ status });
  });

  it('takes 20,000 bytes and answers 413 to one more', async () => {
    const { send } = aReceiver();
    const sized = (bytes: number) => JSON.stringify('a'.repeat(bytes - 2));
    expect(await send({ body: sized(20_000) })).toMatchObject({ status: 204 });
    expect(await send({ body: sized(20_001) })).toMatchObject({ status: 413 });
  });
});

it('fails as often as told, with Retry-After', async () => {
  const { receiver, send } = aReceiver();
  receiver.failNext(503, 2, 7);
  receiver.failNext(410);
  expect(await send()).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  expect(await send()).toMatchObject({ status: 503 });
  expect(await send()).toMatchObject({ status: 410, headers: {} });
  expect(await send()).toMatchObject({ status: 204 });
  expect(receiver.deliveries()).toHaveLength(1);
});
