import { readMessageContent } from './message-content.ts';
import type { Json } from './schema-rule.ts';
import { SlackError } from './slack-error.ts';
import type { SlackChannel, SlackMessage, Workspace } from './workspace.ts';

/** Posts what an API call or an incoming webhook sent, as `bot`; `truncated` tells that Slack cut the text. */
export function postMessage(workspace: Workspace, channel: SlackChannel, input: Json, bot: string) {
  if (channel.archived) throw new SlackError('is_archived');
  if (channel.restricted) throw new SlackError('restricted_action');
  const { text, blocks = [], pings, truncated } = readMessageContent(input);
  const message = workspace.post(channel.id, {
    bot,
    text,
    blocks,
    pings,
    thread_ts: threadOf(workspace, channel, input.thread_ts),
    username: typeof input.username === 'string' ? input.username : undefined,
  });
  return { message, truncated };
}

/** A thread starts at a message that stands by itself; see slackapi/python-slack-sdk#1116 for replies to replies. */
function threadOf(workspace: Workspace, channel: SlackChannel, threadTs: unknown): string | undefined {
  if (threadTs === undefined) return undefined;
  const parent = workspace.messages(channel.id).find(({ ts, deleted }) => ts === threadTs && !deleted);
  if (!parent && workspace.dropsUnknownThreads) return undefined;
  if (!parent) throw new SlackError('thread_not_found');
  if (parent.thread_ts) throw new SlackError('cannot_reply_to_message');
  return parent.ts;
}

/** A message as Slack's answers show it. */
export function publicMessage({ ts, bot, text, blocks, thread_ts, username, edited }: SlackMessage) {
  return { type: 'message', ts, bot_id: bot, text, blocks, thread_ts, username, edited };
}
