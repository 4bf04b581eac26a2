import { expect, it } from 'vitest';
import { aSlack, TOKEN, WEBHOOK } from './a-slack.ts';

it('answers ok without a ts, as a bot of its own', async () => {
  const { call, hook, slack } = aSlack();
  expect(await hook({ text: 'hi <!here>' })).toMatchObject({ status: 200, body: 'ok' });
  const [message] = slack.messages('C1');
  expect(message).toMatchObject({ bot: 'B9', text: 'hi <!here>', pings: ['<!here>'] });
  const edit = { channel: 'C1', ts: message?.ts, text: 'x' };
  expect(await call('chat.update', edit, { authorization: `Bearer ${TOKEN}` })).toMatchObject({
    error: 'cant_update_message',
  });
});

it('takes the payload of a form', async () => {
  const form = new URLSearchParams({ payload: '{"text":"hi"}' }).toString();
  expect(await aSlack().hook(form, WEBHOOK, 'application/x-www-form-urlencoded')).toMatchObject({
    status: 200,
  });
});

const text = { text: 'x' };
const long = Array.from({ length: 5 }, () => ({
  type: 'section',
  text: { type: 'plain_text', text: 'a'.repeat(3000) },
}));

it.each<[string, unknown, string, number, string]>([
  ['an unknown service', text, '/services/T1/B404/secret', 404, 'no_service'],
  ['no service at all', text, '/', 404, 'no_service'],
  ['a wrong secret', text, '/services/T1/B9/guess', 403, 'invalid_token'],
  ['a channel that is gone', text, '/services/T1/B6/secret', 404, 'channel_not_found'],
  ['an archived channel', text, '/services/T1/B4/secret', 410, 'channel_is_archived'],
  ['a restricted channel', text, '/services/T1/B5/secret', 403, 'action_prohibited'],
  ['a broken body', '{', WEBHOOK, 400, 'invalid_payload'],
  ['nothing to say', {}, WEBHOOK, 400, 'no_text'],
  ['invalid blocks', { blocks: [{ type: 'nope' }] }, WEBHOOK, 400, 'invalid_blocks'],
  ['blocks that are too long', { blocks: long }, WEBHOOK, 400, 'msg_blocks_too_long'],
])('refuses %s', async (_, input, path, status, body) => {
  expect(await aSlack().hook(input, path)).toMatchObject({ status, body });
});

it('shares the pace of its channel with the Web API', async () => {
  const { clock, hook, post } = aSlack();
  await post();
  await post();
  expect(await hook(text)).toMatchObject({ status: 200 });
  expect(await hook(text)).toMatchObject({
    status: 429,
    headers: { 'retry-after': '1' },
    body: '{"retry_after":1,"ok":false,"error":"rate_limited"}',
  });
  clock.advance(1000);
  expect(await hook(text)).toMatchObject({ status: 200 });
});

it('serves faults in its own words', async () => {
  const { hook, slack } = aSlack();
  slack.failNext('C1', 'rate_limited');
  slack.failNext('C1', 'ok_false');
  expect(await hook(text)).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
  expect(await hook(text)).toMatchObject({ status: 500, body: 'internal_error' });
});
