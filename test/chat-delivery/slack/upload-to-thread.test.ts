import { describe, expect, it } from 'vitest';
import { uploadToThread } from '#lambdas/chat-delivery/slack/upload-to-thread.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';
import { connectSlack } from './connect-slack.ts';

const PICTURE = { title: 'Daily costs: "all"', alt: 'Bars by day', bytes: Buffer.from([137, 80, 78, 71]) };

describe('a picture in Slack', () => {
  it('is a reply in the thread of its message, with words for those who cannot see it', async () => {
    const { bot, shown } = connectSlack();
    const reference = await bot.post(bot.render(aCard(), 'full'), 'id');
    await bot.attach?.(reference, PICTURE);
    expect(shown()[1]).toMatchObject({
      thread_ts: reference,
      files: [{ title: PICTURE.title, alt: 'Bars by day', src: 'data:image/png;base64,iVBORw==' }],
    });
  });

  it('needs a scope of its own, whose name the error says (Slack missing_scope)', async () => {
    const { bot } = connectSlack({ mayUpload: false });
    const reference = await bot.post(bot.render(aCard(), 'full'), 'id');
    await expect(bot.attach?.(reference, PICTURE)).rejects.toThrow(/files:write/);
  });

  it.each([
    { status: 503, error: RetryLaterError },
    { status: 429, error: RetryLaterError },
    { status: 400, error: PermanentError },
  ])('that the upload answers with $status is a $error.name', async ({ status, error }) => {
    const callSlack = async () => ({ ok: true, upload_url: 'https://files.slack.com/x', file_id: 'F1' });
    const upload = uploadToThread('C1', '1.0', PICTURE, callSlack, async () => ({
      status,
      headers: {},
      body: '',
    }));
    await expect(upload).rejects.toThrow(error);
  });
});
