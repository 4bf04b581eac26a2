import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import { slackWebhook } from '#lambdas/chat-delivery/slack/slack-webhook.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';
import { NOW } from '#test/chat-delivery/a-head.ts';
import { connectSlack, WEBHOOK } from './connect-slack.ts';

const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  slackWebhook(
    WEBHOOK,
    async () => ({ status, headers, body }),
    () => NOW,
  );
const errorOf = (...answer: Parameters<typeof answering>) =>
  answering(...answer)
    .post('{}', 'id')
    .then(
      () => undefined,
      (error: unknown) => error,
    );

describe('slackWebhook', () => {
  it('posts the message; its reference is the id of the delivery, for Slack gives none', async () => {
    const { now, postJson, shown } = connectSlack();
    const hook = slackWebhook(WEBHOOK, postJson, now);
    expect(await hook.post(hook.render(aCard(), 'full'), 'id-1')).toBe('id-1');
    expect(shown()[0]?.text).toContain('EC2 instances unreachable');
  });

  it('follows up with a message that names the first one, for it can neither edit nor reply', async () => {
    const { now, postJson, shown } = connectSlack();
    const hook = slackWebhook(WEBHOOK, postJson, now);
    expect(hook.edit).toBeUndefined();
    expect(hook.reply).toBeUndefined();
    await hook.post(hook.followUp?.(aCard(), ['Resolved.'], NOW.toISOString()) ?? '', 'id-2');
    expect(JSON.stringify(shown()[0]?.blocks)).toContain('Update of alert *KWTRZB*');
  });

  it.each([
    ['archived channel', '/services/T1/B4/very-secret', 'archived'],
    ['unknown webhook', '/services/T1/B7/very-secret', 'reeve secret set'],
    ['mistyped webhook', '/services/T1/B9/very-wrong', 'reeve secret set'],
  ])('fails for good with a way out: %s', async (_name, path, way) => {
    const { now, postJson } = connectSlack();
    const hook = slackWebhook(`https://hooks.slack.com${path}`, postJson, now);
    const failed = hook.post(hook.render(aCard(), 'full'), 'id');
    await expect(failed).rejects.toBeInstanceOf(PermanentError);
    await expect(failed).rejects.toThrow(way);
  });

  it.each(['invalid_blocks', 'invalid_payload', 'msg_too_long', 'msg_blocks_too_long'])(
    'lets %s be sent shortened',
    async (code) => expect(await errorOf(400, code)).toBeInstanceOf(TooLargeError),
  );

  it('has nothing to follow up where only words changed, which other accounts may have brought', () => {
    const hook = answering(200, 'ok');
    const gistOf = (changes: Parameters<typeof aCard>[0]) => hook.gist?.(aCard(changes));
    expect(gistOf({ summary: 'Other words.', resolvedAt: NOW.toISOString(), revision: 9 })).toBe(gistOf({}));
    expect(gistOf({ status: 'resolved' })).not.toBe(gistOf({}));
    expect(gistOf({ resourceCount: 77 })).not.toBe(gistOf({}));
    expect(gistOf({ severity: 'critical' })).not.toBe(gistOf({}));
  });

  it('obeys Retry-After, which webhooks get as well', async () => {
    expect(await errorOf(429, 'rate_limited', { 'retry-after': '11' })).toMatchObject({
      name: 'RetryLaterError',
      afterSeconds: 11,
    });
  });

  it('tries later after an outage', async () => {
    expect(await errorOf(503, 'internal_error')).toBeInstanceOf(RetryLaterError);
  });

  it('does not repeat an answer that is no code of Slack', async () => {
    const error = await errorOf(403, `Proxy denied ${WEBHOOK}`);
    expect(error).toBeInstanceOf(PermanentError);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('very-secret');
  });

  it('refuses a secret that is no HTTPS URL, without showing it', () => {
    const open = () =>
      slackWebhook(
        'hooks.slack.com/services/very-secret',
        async () => Promise.reject(),
        () => NOW,
      );
    expect(open).toThrow('not an HTTPS URL');
    expect(open).not.toThrow('very-secret');
  });
});
