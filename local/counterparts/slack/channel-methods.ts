import type { Caller, ChannelCall } from './channel-call.ts';
import { postMessage, publicMessage } from './posting.ts';
import { createRateLimit, type RateLimit, TIER_2, TIER_3 } from './rate-limit.ts';
import { addReaction, removeReaction } from './reactions.ts';
import type { Json } from './schema-rule.ts';
import { type UpdateOptions, updateMessage } from './update-message.ts';
import type { SlackChannel, SlackMessage } from './workspace.ts';

/** A method of the Web API that works on a channel; `wait` counts a call and answers the seconds to wait. */
export type ChannelMethod = {
  wait: (call: ChannelCall) => number;
  run: (call: ChannelCall) => Json;
  forMembersOnly: boolean;
};

const TRUNCATED = {
  warning: 'message_truncated',
  response_metadata: { warnings: ['message_truncated'] },
};

/** The methods by name. Slack counts posts by channel and everything else by workspace. */
export function channelMethods(
  options: UpdateOptions & { postLimit: RateLimit },
): Record<string, ChannelMethod> {
  const { workspace, clock, postLimit } = options;
  const byTeam = (allowance: typeof TIER_3) => {
    const limit = createRateLimit(clock, allowance);
    return ({ caller }: { caller: Caller }) => limit(caller.team);
  };

  return {
    'chat.postMessage': {
      forMembersOnly: true,
      wait: ({ channel }) => postLimit(channel.id),
      run: ({ input, channel, caller }) => {
        const { message, truncated } = postMessage(workspace, channel, input, caller.bot);
        return { ...sent(channel, message), ...(truncated && TRUNCATED) };
      },
    },
    'chat.update': {
      forMembersOnly: true,
      wait: byTeam(TIER_3),
      run: (call) => {
        const message = updateMessage(options, call);
        return { ...sent(call.channel, message), text: message.text };
      },
    },
    'reactions.add': {
      forMembersOnly: true,
      wait: byTeam(TIER_3),
      run: (call) => {
        addReaction(workspace, call);
        return {};
      },
    },
    'reactions.remove': {
      forMembersOnly: true,
      wait: byTeam(TIER_2),
      run: (call) => {
        removeReaction(workspace, call);
        return {};
      },
    },
    'conversations.info': {
      forMembersOnly: false,
      wait: byTeam(TIER_3),
      run: ({ channel }) => ({ channel: description(channel) }),
    },
  };
}

const sent = (channel: SlackChannel, message: SlackMessage) => ({
  channel: channel.id,
  ts: message.ts,
  message: publicMessage(message),
});

const description = ({ id, name, archived = false, botIsMember = true, members = [] }: SlackChannel) => ({
  id,
  name,
  is_channel: true,
  is_private: false,
  is_archived: archived,
  is_member: botIsMember,
  num_members: members.length,
});
