import type { Clock } from '#local/clock.ts';
import type { ChannelCall } from './channel-call.ts';
import { readMessageContent } from './message-content.ts';
import { pingsIn } from './pings.ts';
import { SlackError } from './slack-error.ts';
import type { SlackMessage, Workspace } from './workspace.ts';

// Slack cuts a post at 40,000 characters but refuses an edit over 4,000: seratch/ChatGPT-in-Slack#102.
const MAXIMUM_EDITED_TEXT = 4000;

/** `chat.update`: what is left out stays as it was. */
export function updateMessage(
  { workspace, clock, editWindowSeconds = Number.POSITIVE_INFINITY }: UpdateOptions,
  { input, channel, caller }: ChannelCall,
): SlackMessage {
  const message = workspace.message(channel.id, input.ts);
  if (channel.archived) throw new SlackError('is_inactive');
  if (message.bot !== caller.bot) throw new SlackError('cant_update_message');
  if (clock.now() / 1000 - Number(message.ts) > editWindowSeconds) throw new SlackError('edit_window_closed');
  if (typeof input.text === 'string' && input.text.length > MAXIMUM_EDITED_TEXT)
    throw new SlackError('msg_too_long');

  const content = readMessageContent(input);
  if (input.text !== undefined) message.text = content.text;
  if (content.blocks) message.blocks = content.blocks;
  message.pings = pingsIn({ ...input, text: message.text, blocks: message.blocks });
  message.edited = { ts: `${Math.floor(clock.now() / 1000)}.000000` };
  workspace.announce('edited', channel.id, message);
  return message;
}

export type UpdateOptions = {
  workspace: Workspace;
  clock: Clock;
  /** How long after posting the workspace's settings allow edits; always if left out. */
  editWindowSeconds?: number;
};
