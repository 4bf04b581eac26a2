import { type ChatChannel, MessageGoneError } from '#lambdas/chat-delivery/chat-channel.ts';
import type { PostFile } from '#lambdas/chat-delivery/https-client.ts';
import { renderReply } from '#lambdas/chat-delivery/slack/render-reply.ts';
import { renderSlack, type SlackMessage } from '#lambdas/chat-delivery/slack/render-slack.ts';
import type { CallSlack } from '#lambdas/chat-delivery/slack/slack-api.ts';
import { SlackError } from '#lambdas/chat-delivery/slack/slack-error.ts';
import { uploadToThread } from '#lambdas/chat-delivery/slack/upload-to-thread.ts';

const GONE = new Set(['message_not_found', 'thread_not_found']);
/** The message may no longer be changed: its successor is posted in its thread. */
const NOT_EDITABLE = new Set(['cant_update_message', 'edit_window_closed']);
const DONE_REACTION = 'white_check_mark';

/** A Slack conversation through a bot token: posts, edits, threads and reactions. */
export function slackBot(conversation: string, callSlack: CallSlack, postFile: PostFile): ChatChannel {
  const unfurl = { unfurl_links: false, unfurl_media: false };

  async function call(method: string, body: object) {
    try {
      return await callSlack(method, { channel: conversation, ...body });
    } catch (error) {
      if (!(error instanceof SlackError) || !GONE.has(error.code)) throw error;
      throw new MessageGoneError('Slack message was deleted', { cause: error, fields: error.fields });
    }
  }

  async function replyIn(message: SlackMessage, thread: string, broadcast: boolean): Promise<string> {
    const place = { thread_ts: thread, reply_broadcast: broadcast };
    const answer = await call('chat.postMessage', { ...message, ...unfurl, ...place });
    // Instead of refusing, Slack may post a reply to a deleted message beside all threads: slack-go/slack#1571.
    if (answer.message && answer.message.thread_ts !== thread)
      throw new MessageGoneError('Slack message was deleted');
    return answer.ts ?? '';
  }

  return {
    render: (card, style) => JSON.stringify(renderSlack(card, style)),

    async post(text) {
      const message = JSON.parse(text) as SlackMessage;
      const { ts } = await call('chat.postMessage', { ...message, ...unfurl });
      return ts ?? '';
    },

    async postInThread(reference, text) {
      const { thread } = placeOf(reference);
      const place = { thread_ts: thread, reply_broadcast: true };
      const { ts = '', message } = await call('chat.postMessage', {
        ...(JSON.parse(text) as SlackMessage),
        ...unfurl,
        ...place,
      });
      const isBelow = !message || message.thread_ts === thread;
      return { reference: isBelow ? referenceOf({ ts, thread, first: ts }) : ts, isBelow };
    },

    async edit(reference, text) {
      const message = JSON.parse(text) as SlackMessage;
      const place = placeOf(reference);
      try {
        await call('chat.update', { ts: place.ts, ...message });
        return reference;
      } catch (error) {
        if (!(error instanceof SlackError) || !NOT_EDITABLE.has(error.code)) throw error;
        return referenceOf({ ...place, ts: await replyIn(message, place.thread, true) });
      }
    },

    async reply(reference, card, thread) {
      const place = placeOf(reference);
      // Where alerts share a thread, a line says of which of them it tells.
      const titled = place.first === place.thread ? [] : [`${card.title}:`];
      const lines = { ...thread, lines: [...titled, ...thread.lines] };
      await replyIn(renderReply(card, lines), place.thread, thread.isUrgent ?? false);
    },

    async attach(reference, picture) {
      const { thread } = placeOf(reference);
      await uploadToThread(conversation, thread, picture, callSlack, postFile);
    },

    async markResolved(reference, resolved) {
      const method = resolved ? 'reactions.add' : 'reactions.remove';
      try {
        await call(method, { timestamp: placeOf(reference).first, name: DONE_REACTION });
      } catch {
        // The message itself says it too: a missing scope, a repeat or a rate limit must not hold it up.
      }
    },
  };
}

/**
 * `ts` of the message that is edited; of the message whose thread it stands in; of the alert's first message, which
 * that one is unless alerts share the thread.
 */
type Place = { ts: string; thread: string; first: string };

function referenceOf({ ts, thread, first }: Place): string {
  return [ts, thread, ...(first === thread ? [] : [first])].join(' ');
}

function placeOf(reference: string): Place {
  const [ts = '', thread = ts, first = thread] = reference.split(' ');
  return { ts, thread, first };
}
