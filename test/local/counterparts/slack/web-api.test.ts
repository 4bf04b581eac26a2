import { describe, expect, it } from 'vitest';
import { aSlack, OTHER_TOKEN } from './a-slack.ts';

const mixedCase = { channel: 'C1', text: 'x' };

describe('authentication', () => {
  it.each([
    ['no token', { authorization: '' }, 'not_authed'],
    ['an unknown token', { authorization: 'Bearer xoxb-nobody' }, 'invalid_auth'],
    ['a token only in a JSON body', { authorization: '' }, 'not_authed'],
  ])('refuses %s with HTTP 200', async (_, headers, error) => {
    const answer = await aSlack().send('chat.postMessage', { ...mixedCase, token: 'xoxb-test-1' }, headers);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error });
  });

  it('takes the token from a form', async () => {
    const form = new URLSearchParams({ token: 'xoxb-test-1', channel: 'C1', text: 'x' }).toString();
    const headers = { authorization: '', 'content-type': 'application/x-www-form-urlencoded' };
    expect(await aSlack().call('chat.postMessage', form, headers)).toMatchObject({ ok: true });
  });

  it('tells whose token it is', async () => {
    expect(await aSlack().call('auth.test', {})).toMatchObject({ ok: true, team_id: 'T1', bot_id: 'B1' });
  });
});

describe('chat.postMessage', () => {
  it('answers with a ts that grows in its channel', async () => {
    const { post } = aSlack();
    const stamps = [await post(), await post(), await post()];
    expect(stamps[0]).toMatch(/^\d{10}\.\d{6}$/);
    expect(stamps).toEqual([...new Set(stamps)].sort());
  });

  it.each([
    ['an unknown channel', { channel: 'C404' }, 'channel_not_found'],
    ['a channel without the bot', { channel: 'C3' }, 'not_in_channel'],
    ['an archived channel', { channel: 'C4' }, 'is_archived'],
    ['a restricted channel', { channel: 'C5' }, 'restricted_action'],
    ['nothing to say', { text: ' ' }, 'no_text'],
    ['blocks that are no array', { blocks: {} }, 'invalid_blocks_format'],
    ['an unknown thread', { thread_ts: '1.000100' }, 'thread_not_found'],
    ['attachments', { attachments: [] }, 'invalid_attachments'],
  ])('refuses %s', async (_, input, error) => {
    expect(await aSlack().call('chat.postMessage', { ...mixedCase, ...input })).toEqual({ ok: false, error });
  });

  it('says where invalid blocks are wrong, and posts nothing', async () => {
    const { call, slack } = aSlack();
    const message = 'unsupported type: nope [json-pointer:/blocks/0/type]';
    expect(await call('chat.postMessage', { ...mixedCase, blocks: [{ type: 'nope' }] })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [message],
      response_metadata: { messages: [`[ERROR] ${message}`] },
    });
    expect(slack.messages('C1')).toEqual([]);
  });

  it('cuts a text over 40,000 characters and warns', async () => {
    const { call, slack } = aSlack();
    const reply = await call('chat.postMessage', { channel: 'C1', text: 'a'.repeat(40_001) });
    expect(reply).toMatchObject({ ok: true, warning: 'message_truncated' });
    expect(slack.messages('C1')[0]?.text).toHaveLength(40_000);
  });

  it('replies in a thread, but not to a reply', async () => {
    const { call, post, slack } = aSlack();
    const parent = await post();
    const reply = await post({ channel: '#alerts', thread_ts: parent });
    expect(slack.messages('C1')[1]).toMatchObject({ ts: reply, thread_ts: parent });
    expect(await call('chat.postMessage', { ...mixedCase, thread_ts: reply })).toMatchObject({
      error: 'cannot_reply_to_message',
    });
  });

  it('can be told to post a reply to a deleted message to the channel', async () => {
    const { post, slack } = aSlack({ dropsUnknownThreads: true });
    const parent = await post();
    slack.deleteMessage('C1', parent);
    await post({ thread_ts: parent });
    expect(slack.messages('C1')[1]).toMatchObject({ thread_ts: undefined, deleted: false });
  });

  it('records whom a message pings and tells listeners', async () => {
    const { post, slack } = aSlack();
    const heard: unknown[] = [];
    const stop = slack.onMessage(({ kind, channel, message }) => heard.push([kind, channel, message.pings]));
    await post({ text: 'now <!channel>', username: 'Reeve' });
    stop();
    await post();
    expect(heard).toEqual([['posted', 'C1', ['<!channel>']]]);
    expect(slack.messages('C1')[0]).toMatchObject({ username: 'Reeve' });
  });
});

describe('rate limits', () => {
  it('answers 429 with Retry-After to a fourth post at once, and takes it a second later', async () => {
    const { clock, send } = aSlack();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send('chat.postMessage', mixedCase)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.headers['retry-after']).toBe('1');
    expect(JSON.parse(answers[3]?.body ?? '')).toEqual({ ok: false, error: 'ratelimited' });
    clock.advance(1000);
    expect((await send('chat.postMessage', mixedCase)).status).toBe(200);
  });

  it('counts edits by workspace, whichever bot makes them', async () => {
    const { send } = aSlack();
    const headers = { authorization: `Bearer ${OTHER_TOKEN}` };
    const edit = (index: number) =>
      send('chat.update', { channel: `C${(index % 2) + 1}`, ts: '1.0' }, index % 3 ? {} : headers);
    const statuses = (await Promise.all(Array.from({ length: 21 }, (_, index) => edit(index)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});

describe('faults', () => {
  it('serves each fault once, in order, and posts nothing meanwhile', async () => {
    const { send, slack, clock } = aSlack();
    for (const fault of ['rate_limited', 'server_error', 'ok_false', 'timeout'] as const)
      slack.failNext('C1', fault);
    const attempt = () => send('chat.postMessage', mixedCase);
    expect(await attempt()).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
    expect(await attempt()).toMatchObject({ status: 500 });
    expect(JSON.parse((await attempt()).body)).toEqual({ ok: false, error: 'internal_error' });
    const silent = attempt();
    await Promise.resolve();
    clock.advance(60_000);
    expect(await silent).toMatchObject({ status: 504 });
    expect(slack.messages('C1')).toEqual([]);
    expect(await attempt()).toMatchObject({ status: 200 });
  });

  it('leaves other channels alone', async () => {
    const { send, slack } = aSlack();
    slack.failNext('C1', 'server_error', 2);
    expect(await send('chat.postMessage', { channel: 'C2', text: 'x' })).toMatchObject({ status: 200 });
  });
});

it.each([
  ['a broken body', '{', {}, 'invalid_json'],
  ['a body that is no object', '[]', {}, 'json_not_object'],
  ['another content type', '{}', { 'content-type': 'text/plain' }, 'invalid_post_type'],
])('refuses %s', async (_, body, headers, error) => {
  expect(await aSlack().call('chat.postMessage', body, headers)).toEqual({ ok: false, error });
});

it('refuses a method it does not know', async () => {
  expect(await aSlack().call('chat.delete', {})).toEqual({ ok: false, error: 'unknown_method' });
});

it('describes a channel', async () => {
  expect(await aSlack().call('conversations.info', { channel: 'C3' })).toMatchObject({
    channel: { id: 'C3', name: 'uninvited', is_archived: false, is_member: false },
  });
});
