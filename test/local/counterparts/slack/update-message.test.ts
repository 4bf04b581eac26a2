import { describe, expect, it } from 'vitest';
import { aSlack, OTHER_TOKEN } from './a-slack.ts';

const blocks = [{ type: 'divider' }];

describe('chat.update', () => {
  it('keeps the blocks that are left out', async () => {
    const { call, post, slack } = aSlack();
    const ts = await post({ blocks });
    expect(await call('chat.update', { channel: 'C1', ts, text: 'new' })).toMatchObject({
      ok: true,
      ts,
      text: 'new',
    });
    expect(slack.messages('C1')).toEqual([expect.objectContaining({ text: 'new', blocks })]);
    expect(slack.messages('C1')[0]?.edited?.ts).toMatch(/^\d+\.000000$/);
  });

  it('replaces the blocks that are given and removes them with an empty list', async () => {
    const { call, post, slack } = aSlack();
    const ts = await post();
    await call('chat.update', { channel: 'C1', ts, blocks });
    expect(slack.messages('C1')[0]).toMatchObject({ text: 'hello', blocks });
    await call('chat.update', { channel: 'C1', ts, text: 'new', blocks: [] });
    expect(slack.messages('C1')[0]).toMatchObject({ text: 'new', blocks: [] });
  });

  it('takes 4,000 characters and refuses one more', async () => {
    const { call, post } = aSlack();
    const ts = await post();
    expect(await call('chat.update', { channel: 'C1', ts, text: 'a'.repeat(4000) })).toMatchObject({
      ok: true,
    });
    expect(await call('chat.update', { channel: 'C1', ts, text: 'a'.repeat(4001) })).toEqual({
      ok: false,
      error: 'msg_too_long',
    });
  });

  it('refuses an unknown message, another bot, a deleted message and an archived channel', async () => {
    const { call, post, slack } = aSlack();
    const ts = await post();
    const edit = (changes: object = {}, headers = {}) =>
      call('chat.update', { channel: 'C1', ts, text: 'x', ...changes }, headers);
    expect(await edit({ ts: '1.000100' })).toEqual({ ok: false, error: 'message_not_found' });
    expect(await edit({ channel: 'C2' })).toEqual({ ok: false, error: 'message_not_found' });
    expect(await edit({}, { authorization: `Bearer ${OTHER_TOKEN}` })).toEqual({
      ok: false,
      error: 'cant_update_message',
    });
    slack.archive('C1');
    expect(await edit()).toEqual({ ok: false, error: 'is_inactive' });
    slack.deleteMessage('C1', ts);
    expect(await edit()).toEqual({ ok: false, error: 'message_not_found' });
  });

  it('refuses an edit after the window of the workspace, by the shifted clock', async () => {
    const { call, clock, post } = aSlack({ editWindowSeconds: 3600 });
    const ts = await post();
    expect(await call('chat.update', { channel: 'C1', ts, text: 'x' })).toMatchObject({ ok: true });
    clock.advance(3_602_000);
    expect(await call('chat.update', { channel: 'C1', ts, text: 'x' })).toEqual({
      ok: false,
      error: 'edit_window_closed',
    });
  });
});

describe('reactions', () => {
  it('adds an emoji once for each bot and removes it once', async () => {
    const { call, post, slack } = aSlack();
    const reaction = { channel: 'C1', timestamp: await post(), name: 'white_check_mark' };
    const other = { authorization: `Bearer ${OTHER_TOKEN}` };
    expect(await call('reactions.add', reaction)).toEqual({ ok: true });
    expect(await call('reactions.add', reaction)).toEqual({ ok: false, error: 'already_reacted' });
    expect(await call('reactions.add', reaction, other)).toEqual({ ok: true });
    expect(slack.messages('C1')[0]?.reactions).toEqual([{ name: 'white_check_mark', users: ['B1', 'B2'] }]);
    expect(await call('reactions.remove', reaction)).toEqual({ ok: true });
    expect(await call('reactions.remove', reaction)).toEqual({ ok: false, error: 'no_reaction' });
    expect(await call('reactions.remove', reaction, other)).toEqual({ ok: true });
    expect(slack.messages('C1')[0]?.reactions).toEqual([]);
  });

  it.each([
    ['a name with colons', { name: ':wave:' }, 'invalid_name'],
    ['no message', { timestamp: undefined }, 'no_item_specified'],
    ['a stamp that is none', { timestamp: 'today' }, 'bad_timestamp'],
    ['an unknown message', { timestamp: '1.000100' }, 'message_not_found'],
  ])('refuses %s', async (_, changes, error) => {
    const { call, post } = aSlack();
    const input = { channel: 'C1', timestamp: await post(), name: 'wave', ...changes };
    expect(await call('reactions.add', input)).toEqual({ ok: false, error });
  });
});
