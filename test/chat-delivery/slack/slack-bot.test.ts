import { describe, expect, it } from 'vitest';
import { MessageGoneError } from '#lambdas/chat-delivery/chat-channel.ts';
import { slackBot } from '#lambdas/chat-delivery/slack/slack-bot.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';
import { connectSlack } from './connect-slack.ts';
import { noFiles } from './no-files.ts';

const THREAD = { lines: ['Two more instances.'], more: 0 };

function posting(options: Parameters<typeof connectSlack>[0] = {}) {
  const connected = connectSlack(options);
  const { bot } = connected;
  const post = () => bot.post(bot.render(aCard(), 'full'), 'id');
  const edit = (reference: string) =>
    bot.edit?.(reference, bot.render(aCard({ status: 'resolved' }), 'full'));
  const reply = (reference: string) => bot.reply?.(reference, aCard(), THREAD);
  return { ...connected, post, edit, reply };
}

describe('a bot in Slack', () => {
  it('posts a message and edits it, text and blocks alike', async () => {
    const { edit, post, shown } = posting();
    const reference = await post();
    expect(await edit(reference)).toBe(reference);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]?.text).toMatch(/^✅/);
    expect(JSON.stringify(shown()[0]?.blocks)).toContain('Resolved');
  });

  it('unfurls no links', async () => {
    const bodies: object[] = [];
    const bot = slackBot(
      'C1',
      async (_method, body) => {
        bodies.push(body);
        return { ok: true, ts: '1.000100' };
      },
      noFiles,
    );
    await bot.post(bot.render(aCard(), 'full'), 'id');
    expect(bodies).toMatchObject([{ channel: 'C1', unfurl_links: false, unfurl_media: false }]);
  });

  it('replies in the thread', async () => {
    const { post, reply, shown } = posting();
    const reference = await post();
    await reply(reference);
    expect(shown()[1]).toMatchObject({
      thread_ts: reference,
      text: expect.stringContaining('Two more') as string,
    });
  });

  it('tells that a message is gone when it is edited (Slack message_not_found)', async () => {
    const { edit, post, slack } = posting();
    const reference = await post();
    slack.deleteMessage('C1', reference);
    await expect(edit(reference)).rejects.toThrow(MessageGoneError);
  });

  it('posts an alert below another, in the channel too, and edits and marks it by itself', async () => {
    const { bot, post, shown } = posting();
    const root = await post();
    const text = bot.render(aCard({ title: 'Another alert' }), 'full');
    const posted = await bot.postInThread?.(root, text, 'id');
    await bot.edit?.(posted?.reference ?? '', bot.render(aCard({ title: 'Another alert, edited' }), 'full'));
    await bot.markResolved?.(posted?.reference ?? '', true);

    expect(posted?.isBelow).toBe(true);
    expect(shown()[1]).toMatchObject({ thread_ts: root, text: expect.stringContaining('edited') as string });
    expect(shown()[0]?.text).not.toContain('edited');
  });

  it('says where an alert stands that Slack posted beside a deleted message: it is not posted twice', async () => {
    const { bot, post, shown, slack } = posting({ dropsUnknownThreads: true });
    const root = await post();
    slack.deleteMessage('C1', root);
    const posted = await bot.postInThread?.(root, bot.render(aCard(), 'full'), 'id');

    expect(posted).toMatchObject({ isBelow: false, reference: shown().at(-1)?.ts });
  });

  it.each([false, true])(
    'tells that a message is gone when it is replied to (Slack posts anyway: %s)',
    async (drops) => {
      const { post, reply, slack } = posting({ dropsUnknownThreads: drops });
      const reference = await post();
      slack.deleteMessage('C1', reference);
      await expect(reply(reference)).rejects.toThrow(MessageGoneError);
    },
  );

  it('posts a successor in the thread where the time for edits is over, and goes on with both', async () => {
    const { clock, edit, post, reply, shown } = posting({ editWindowSeconds: 60 });
    const first = await post();
    clock.advance(61_000);
    const successor = (await edit(first)) ?? '';
    expect(shown()[1]).toMatchObject({ thread_ts: first, text: expect.stringMatching(/^✅/) as string });
    expect(successor).not.toBe(first);

    expect(await edit(successor)).toBe(successor);
    await reply(successor);
    expect(shown().map(({ thread_ts: thread }) => thread)).toEqual([undefined, first, first]);
    clock.advance(61_000);
    await edit(successor);
    expect(shown().map(({ thread_ts: thread }) => thread)).toEqual([undefined, first, first, first]);
  });

  it('posts a successor in the thread of a message that another bot posted', async () => {
    const other = 'xoxb-other';
    const { botOf, edit, post, shown } = posting({
      tokens: { 'xoxb-very-secret': { team: 'T1' }, [other]: { team: 'T1' } },
    });
    const theirs = await botOf('C1', other).post(botOf('C1').render(aCard(), 'full'), 'id');
    await edit(theirs);
    expect(shown()[1]).toMatchObject({ thread_ts: theirs });
    await post();
  });

  it.each([
    ['not_in_channel', 'C3', 'invite the bot'],
    ['is_archived', 'C4', 'unarchive'],
    ['channel_not_found', 'C404', 'does not exist'],
  ])('fails for good with a way out: %s', async (code, conversation, way) => {
    const { bot, botOf } = posting();
    const failed = botOf(conversation).post(bot.render(aCard(), 'full'), 'id');
    await expect(failed).rejects.toBeInstanceOf(PermanentError);
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringContaining(way) as string });
  });

  it('fails for good with a way out where the channel was archived since: is_inactive', async () => {
    const { edit, post, slack } = posting();
    const reference = await post();
    slack.archive('C1');
    await expect(edit(reference)).rejects.toMatchObject({
      code: 'is_inactive',
      message: expect.stringContaining('unarchive') as string,
    });
  });

  it('marks a message as done and takes the mark away, on the first message of the thread', async () => {
    const { bot, clock, edit, post, shown } = posting({ editWindowSeconds: 60 });
    const first = await post();
    clock.advance(61_000);
    const successor = (await edit(first)) ?? '';
    await bot.markResolved?.(successor, true);
    expect(shown().map(({ reactions }) => reactions.map(({ name }) => name))).toEqual([
      ['white_check_mark'],
      [],
    ]);
    await bot.markResolved?.(successor, false);
    expect(shown()[0]?.reactions).toEqual([]);
  });

  it.each([
    ['is set already', (slack: ReturnType<typeof connectSlack>['slack']) => slack],
    ['meets a rate limit', (slack) => slack.failNext('C1', 'rate_limited')],
    ['meets an outage', (slack) => slack.failNext('C1', 'server_error')],
  ] as [string, (slack: ReturnType<typeof connectSlack>['slack']) => unknown][])(
    'does not mind when a mark %s',
    async (_name, disturb) => {
      const { bot, post, slack } = posting();
      const reference = await post();
      await bot.markResolved?.(reference, true);
      disturb(slack);
      await expect(bot.markResolved?.(reference, true)).resolves.toBeUndefined();
    },
  );

  it('tries later after a rate limit, with the time that Slack named', async () => {
    const { post, slack } = posting();
    slack.failNext('C1', 'rate_limited');
    await expect(post()).rejects.toMatchObject({ name: RetryLaterError.name, afterSeconds: 2 });
  });
});
