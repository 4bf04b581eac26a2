import type { Picture } from '#lambdas/chat-delivery/chat-channel.ts';
import type { PostFile } from '#lambdas/chat-delivery/https-client.ts';
import type { CallSlack } from '#lambdas/chat-delivery/slack/slack-api.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/**
 * Uploads a picture as a reply in a thread. Not as a block of the message: Slack makes a file known some time after
 * its upload, and refuses blocks that name it before (slackapi/node-slack-sdk#1865).
 * https://docs.slack.dev/reference/methods/files.getUploadURLExternal/
 */
export async function uploadToThread(
  conversation: string,
  thread: string,
  { title, alt, bytes }: Picture,
  callSlack: CallSlack,
  postFile: PostFile,
): Promise<void> {
  const begun = await callSlack(
    'files.getUploadURLExternal',
    new URLSearchParams({ filename: `${nameOf(title)}.png`, length: String(bytes.length), alt_txt: alt }),
  );
  if (!begun.upload_url || !begun.file_id) throw new PermanentError('Slack gave no place for a picture');
  const { status } = await postFile(begun.upload_url, bytes);
  if (status === 429 || status >= 500)
    throw new RetryLaterError('Slack cannot take a picture now', { fields: { status } });
  if (status !== 200) throw new PermanentError('Slack did not take a picture', { fields: { status } });
  await callSlack(
    'files.completeUploadExternal',
    new URLSearchParams({
      files: JSON.stringify([{ id: begun.file_id, title }]),
      channel_id: conversation,
      thread_ts: thread,
    }),
  );
}

function nameOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'picture'
  );
}
