import type { ChannelCall } from './channel-call.ts';
import { SlackError } from './slack-error.ts';
import type { Workspace } from './workspace.ts';

const EMOJI_NAME = /^[a-z0-9_'+-]+(::skin-tone-[2-6])?$/;

/** `reactions.add`: once for each bot and emoji. */
export function addReaction(workspace: Workspace, call: ChannelCall): void {
  const { message, name } = target(workspace, call);
  const reaction = message.reactions.find((reaction) => reaction.name === name);
  if (reaction?.users.includes(call.caller.bot)) throw new SlackError('already_reacted');
  if (reaction) reaction.users.push(call.caller.bot);
  else message.reactions.push({ name, users: [call.caller.bot] });
  workspace.announce('reacted', call.channel.id, message);
}

/** `reactions.remove`: only one's own. */
export function removeReaction(workspace: Workspace, call: ChannelCall): void {
  const { message, name } = target(workspace, call);
  const reaction = message.reactions.find((reaction) => reaction.name === name);
  if (!reaction?.users.includes(call.caller.bot)) throw new SlackError('no_reaction');
  reaction.users = reaction.users.filter((user) => user !== call.caller.bot);
  message.reactions = message.reactions.filter((reaction) => reaction.users.length > 0);
  workspace.announce('reacted', call.channel.id, message);
}

function target(workspace: Workspace, { input, channel }: ChannelCall) {
  if (channel.archived) throw new SlackError('is_archived');
  const { name, timestamp } = input;
  if (typeof name !== 'string' || !EMOJI_NAME.test(name)) throw new SlackError('invalid_name');
  if (timestamp === undefined) throw new SlackError('no_item_specified');
  if (typeof timestamp !== 'string' || !/^\d+\.\d{6}$/.test(timestamp)) throw new SlackError('bad_timestamp');
  return { name, message: workspace.message(channel.id, timestamp) };
}
