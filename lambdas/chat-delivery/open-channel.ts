import type { ChatChannel } from '#lambdas/chat-delivery/chat-channel.ts';
import type { PostFile, PostJson } from '#lambdas/chat-delivery/https-client.ts';
import { slackApi } from '#lambdas/chat-delivery/slack/slack-api.ts';
import { slackBot } from '#lambdas/chat-delivery/slack/slack-bot.ts';
import { slackWebhook } from '#lambdas/chat-delivery/slack/slack-webhook.ts';
import { signedWebhook } from '#lambdas/chat-delivery/webhook/signed-webhook.ts';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

type OpenPorts = {
  readSecret: (name: string) => Promise<string>;
  postJson: PostJson;
  postFile: PostFile;
  /** Waits until the channel may be called again. */
  pace: (channel: string) => Promise<void>;
  now: () => Date;
};

/** Opens a channel of the settings by its name, with its secret. */
export function openChannel(
  channels: ChannelSettings[],
  ports: OpenPorts,
): (name: string) => Promise<ChatChannel> {
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  return async (name) => {
    const channel = byName.get(name);
    if (!channel) {
      throw new PermanentError('Channel is not in the settings any more', { fields: { channel: name } });
    }
    const secret = await ports.readSecret(channel.secretName);
    const postJson: PostJson = async (...request) => {
      await ports.pace(name);
      return ports.postJson(...request);
    };
    switch (channel.kind) {
      case 'slack':
        return slackBot(
          channel.conversation,
          slackApi(channel.apiUrl, secret, postJson, ports.now),
          ports.postFile,
        );
      case 'slack-webhook':
        return slackWebhook(secret, postJson, ports.now);
      case 'webhook':
        return signedWebhook(secret, postJson, ports.now);
    }
  };
}
