import { createHash } from 'node:crypto';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';
import type { Clock } from '#local/clock.ts';
import type { InternetHandler } from '#local/counterparts/internet-request.ts';
import { createSlack, type Slack } from '#local/counterparts/slack/slack-server.ts';
import { createWebhookReceiver, type WebhookReceiver } from '#local/counterparts/webhook-receiver.ts';

export type ChatProducts = {
  slack: Slack;
  /** The Slack conversation of each channel that has one. */
  conversations: Record<string, string>;
  /** The receiver of each webhook channel. */
  receivers: Record<string, WebhookReceiver>;
  hosts: Record<string, InternetHandler>;
  /** What `reeve secret set` would have stored, by parameter name. */
  secrets: Record<string, string>;
};

const BOT_TOKEN = 'xoxb-embedded-cloud';

/** Counterparts of the products that the settings name, each channel ready to receive. */
export function createChatProducts(channels: ChannelSettings[], clock: Clock): ChatProducts {
  const conversations: Record<string, string> = {};
  const incomingWebhooks: Record<string, string> = {};
  const receivers: Record<string, WebhookReceiver> = {};
  const hosts: Record<string, InternetHandler> = {};
  const secrets: Record<string, string> = {};

  for (const channel of channels) {
    const { name, secretName } = channel;
    switch (channel.kind) {
      case 'slack':
        conversations[name] = channel.conversation;
        secrets[secretName] = BOT_TOKEN;
        break;
      case 'slack-webhook': {
        const path = `/services/T0LOCAL/B${name.toUpperCase()}/embedded`;
        conversations[name] = `C${name.toUpperCase()}`;
        incomingWebhooks[path] = `C${name.toUpperCase()}`;
        secrets[secretName] = `https://hooks.slack.com${path}`;
        break;
      }
      case 'webhook': {
        const secret = `whsec_${createHash('sha256').update(name).digest('base64')}`;
        const receiver = createWebhookReceiver({ clock, secrets: [secret] });
        receivers[name] = receiver;
        hosts[`${name}.receiver.example`] = receiver.handler;
        secrets[secretName] = JSON.stringify({
          url: `https://${name}.receiver.example/reeve`,
          secrets: [secret],
        });
      }
    }
  }

  const slack = createSlack({
    clock,
    tokens: { [BOT_TOKEN]: { team: 'T0LOCAL' } },
    channels: Object.entries(conversations).map(([name, id]) => ({ id, name })),
    incomingWebhooks,
  });
  return { slack, conversations, receivers, hosts: { ...slack.handlers, ...hosts }, secrets };
}
