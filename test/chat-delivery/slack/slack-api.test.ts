import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import { slackApi } from '#lambdas/chat-delivery/slack/slack-api.ts';
import { SlackError } from '#lambdas/chat-delivery/slack/slack-error.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { NOW } from '#test/chat-delivery/a-head.ts';
import { TOKEN } from './connect-slack.ts';

const calling = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const call = slackApi(
    'https://slack.com/api',
    TOKEN,
    async () => ({ status, headers, body: text }),
    () => NOW,
  );
  return call('chat.postMessage', { channel: 'C1' });
};
const errorOf = (...answer: Parameters<typeof calling>) =>
  calling(...answer).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('slackApi', () => {
  it('posts JSON to the method, with the token in its header alone', async () => {
    const requests: unknown[][] = [];
    const post = async (...request: unknown[]) => {
      requests.push(request);
      return { status: 200, headers: {}, body: '{"ok":true,"ts":"1.000100"}' };
    };
    const call = slackApi('https://slack-gov.com/api', TOKEN, post, () => NOW);
    expect(await call('chat.update', { text: 'half \uD83D' })).toMatchObject({ ts: '1.000100' });
    expect(requests).toEqual([
      [
        'https://slack-gov.com/api/chat.update',
        '{"text":"half \uFFFD"}',
        { authorization: `Bearer ${TOKEN}` },
      ],
    ]);
  });

  it('fails on ok: false though the status is 200 (slack-github-action#395)', async () => {
    const error = await errorOf(200, { ok: false, error: 'something_else' });
    expect(error).toBeInstanceOf(SlackError);
    expect(error).toMatchObject({ code: 'something_else', fields: { method: 'chat.postMessage' } });
  });

  it.each([
    ['not_in_channel', 'invite the bot'],
    ['is_archived', 'unarchive'],
    ['is_inactive', 'unarchive'],
    ['channel_not_found', 'does not exist'],
    ['invalid_auth', 'reeve secret set'],
    ['token_revoked', 'reeve secret set'],
    ['missing_scope', 'chat:write'],
  ])('takes %s as final and names the way out', async (code, way) => {
    const error = await errorOf(200, { ok: false, error: code });
    expect(error).toBeInstanceOf(PermanentError);
    expect(String(error)).toContain(way);
  });

  it.each(['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long'])(
    'lets %s be sent shortened',
    async (code) => {
      expect(await errorOf(200, { ok: false, error: code })).toBeInstanceOf(TooLargeError);
    },
  );

  it('lets 413 be sent shortened', async () => {
    expect(await errorOf(413, '')).toBeInstanceOf(TooLargeError);
  });

  it('waits as long as a 429 says (aws-health-aware, ecs-events-to-slack)', async () => {
    const error = await errorOf(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '30' });
    expect(error).toMatchObject({ name: 'RetryLaterError', afterSeconds: 30 });
  });

  it.each([
    ['a 500 in HTML', 500, '<html>'],
    ['a 200 in HTML', 200, '<html>'],
    ['JSON that is no object', 200, 'null'],
    ['an error inside Slack', 200, { ok: false, error: 'internal_error' }],
    ['a rate limit without its status', 200, { ok: false, error: 'ratelimited' }],
  ])('tries later after %s', async (_name, status, body) => {
    expect(await errorOf(status, body)).toBeInstanceOf(RetryLaterError);
  });

  it('keeps the token and the answer out of its errors (aws-health-aware, ecs-events-to-slack)', async () => {
    for (const status of [200, 400, 413, 429, 500]) {
      const error = await errorOf(status, `{"ok":false,"error":"x","echo":"${TOKEN}"}`);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(TOKEN);
    }
  });
});
