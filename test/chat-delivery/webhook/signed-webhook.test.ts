import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import { renderWebhook, signedWebhook } from '#lambdas/chat-delivery/webhook/signed-webhook.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { Clock } from '#local/clock.ts';
import { createWebhookReceiver } from '#local/counterparts/webhook-receiver.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';
import { postTo } from '#test/chat-delivery/slack/connect-slack.ts';

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const URL_SECRET = 'https://example.com/hook/very-secret';

function receiving() {
  const clock = new Clock();
  const receiver = createWebhookReceiver({ clock, secrets: [SECRET] });
  const secret = JSON.stringify({ url: URL_SECRET, secrets: [SECRET] });
  const postJson = postTo({ 'example.com': receiver.handler });
  return { receiver, webhook: signedWebhook(secret, postJson, () => new Date(clock.now())) };
}

describe('signedWebhook', () => {
  it('delivers the card to a receiver that verifies it (docs.iron.xyz does not follow the standard)', async () => {
    const { receiver, webhook } = receiving();
    expect(await webhook.post(webhook.render(aCard(), 'full'), 'a1b2')).toBe('a1b2');
    expect(receiver.deliveries()).toMatchObject([
      {
        id: 'a1b2',
        repeats: 0,
        body: { type: 'reeve.alert.open', version: 1, data: { reference: 'KWTRZB' } },
      },
    ]);
  });

  it('lets a receiver tell a repeat by its id', async () => {
    const { receiver, webhook } = receiving();
    for (let attempt = 0; attempt < 3; attempt += 1) await webhook.post('{}', 'a1b2');
    expect(receiver.deliveries()).toMatchObject([{ id: 'a1b2', repeats: 2 }]);
  });

  it('offers neither edits nor threads: each revision is sent whole', () => {
    expect(Object.keys(receiving().webhook)).toEqual(['render', 'post']);
  });

  it('obeys Retry-After and tries later after an outage', async () => {
    const { receiver, webhook } = receiving();
    receiver.failNext(429, 1, 17);
    await expect(webhook.post('{}', 'a')).rejects.toMatchObject({
      name: 'RetryLaterError',
      afterSeconds: 17,
    });
    receiver.failNext(502);
    await expect(webhook.post('{}', 'a')).rejects.toThrow(RetryLaterError);
  });

  it.each([400, 401, 404, 410])('fails for good after %i', async (status) => {
    const { receiver, webhook } = receiving();
    receiver.failNext(status);
    const failed = webhook.post('{}', 'a');
    await expect(failed).rejects.toThrow(PermanentError);
    await expect(failed).rejects.not.toThrow('very-secret');
  });

  it('lets 413 be sent shortened', async () => {
    const { receiver, webhook } = receiving();
    receiver.failNext(413);
    await expect(webhook.post('{}', 'a')).rejects.toThrow(TooLargeError);
  });

  it.each([
    ['no JSON', URL_SECRET],
    ['plain HTTP', JSON.stringify({ url: 'http://example.com/very-secret', secrets: [SECRET] })],
    ['no secret', JSON.stringify({ url: URL_SECRET, secrets: [] })],
    ['three secrets', JSON.stringify({ url: URL_SECRET, secrets: [SECRET, SECRET, SECRET] })],
  ])('refuses a secret with %s, without showing it', (_name, secret) => {
    let error: unknown;
    try {
      signedWebhook(
        secret,
        () => Promise.reject(new Error('not reached')),
        () => new Date(),
      );
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(PermanentError);
    expect(String(error)).toContain('reeve secret set');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/very-secret|whsec_/);
  });
});

describe('renderWebhook', () => {
  const read = (body: string) => (JSON.parse(body) as { data: Card }).data;
  const resources = Array.from({ length: 20 }, (_, index) => ({
    part: 'p',
    id: `${'ü'.repeat(450)}${index}`,
  }));

  it('is the whole card where that fits', () => {
    expect(read(renderWebhook(aCard(), 'full'))).toEqual(aCard());
  });

  it('gives up names before words: bytes are counted, not characters', () => {
    const card = read(
      renderWebhook(aCard({ resources, resourceCount: 900, summary: 'ü'.repeat(2000) }), 'full'),
    );
    expect(card.resources).toHaveLength(5);
    expect(card).toMatchObject({ resourceCount: 900, summary: 'ü'.repeat(2000) });
  });

  it('makes of a card of 60 KB a short one (elementary#2160)', () => {
    const body = renderWebhook(aCard({ summary: 'a'.repeat(60_000), resources }), 'full');
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
    expect(read(body)).toMatchObject({ title: 'EC2 instances unreachable', resources: [] });
    expect(read(body).summary).toHaveLength(1000);
  });

  it('still tells what and how bad where even the links are too long', () => {
    const links = Array.from({ length: 10 }, () => ({
      label: 'x',
      url: `https://example.com/${'a'.repeat(3000)}`,
    }));
    expect(read(renderWebhook(aCard({ links }), 'full'))).toMatchObject({
      title: 'EC2 instances unreachable',
      severity: 'error',
      links: [],
      summary: '',
    });
  });

  it('is short when asked to be', () => {
    const short = renderWebhook(aCard({ summary: 'a'.repeat(5000), resources }), 'short');
    expect(Buffer.byteLength(short)).toBeLessThan(3000);
  });
});
