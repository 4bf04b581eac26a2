import type { SlackFile, SlackMessage } from '#local/counterparts/slack/workspace.ts';
import { type BlockView, blockViews } from './block-view.ts';
import { emojiOf } from './emoji.ts';
import { arrayOf } from './json.ts';
import { parseMrkdwn } from './mrkdwn.ts';

export type MessageView = {
  /** Slack's `ts`: names the message in its channel. */
  id: string;
  /** Milliseconds. */
  at: number;
  author: string;
  blocks: BlockView[];
  files: Pick<SlackFile, 'title' | 'alt' | 'src'>[];
  editedAt?: number;
  deleted: boolean;
  reactions: { emoji: string; name: string; count: number }[];
  /** Whom it notifies. */
  pings: string[];
  replies: MessageView[];
};

/** The messages of a channel as Slack shows them: replies under the message they belong to. */
export function toMessageViews(messages: SlackMessage[]): MessageView[] {
  const replies = Map.groupBy(messages, ({ thread_ts: thread }) => thread);
  return (replies.get(undefined) ?? []).map((message) => ({
    ...toView(message),
    replies: (replies.get(message.ts) ?? []).map(toView),
  }));
}

function toView({
  ts,
  username,
  text,
  blocks,
  files = [],
  edited,
  deleted,
  reactions,
  pings,
}: SlackMessage): MessageView {
  const shown = arrayOf(blocks).flatMap(blockViews);
  return {
    id: ts,
    at: Number(ts) * 1000,
    author: username ?? 'Reeve',
    blocks: shown.length > 0 || files.length > 0 ? shown : [{ kind: 'text', inlines: parseMrkdwn(text) }],
    files: files.map(({ title, alt, src }) => ({ title, alt, src })),
    ...(edited ? { editedAt: Number(edited.ts) * 1000 } : {}),
    deleted,
    reactions: reactions.map(({ name, users }) => ({ name, emoji: emojiOf(name), count: users.length })),
    pings,
    replies: [],
  };
}
