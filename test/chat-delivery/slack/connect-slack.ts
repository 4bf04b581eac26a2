import type { PostFile, PostJson } from '#lambdas/chat-delivery/https-client.ts';
import { slackApi } from '#lambdas/chat-delivery/slack/slack-api.ts';
import { slackBot } from '#lambdas/chat-delivery/slack/slack-bot.ts';
import { Clock } from '#local/clock.ts';
import type { InternetHandler } from '#local/counterparts/internet-request.ts';
import { createSlack, type SlackOptions } from '#local/counterparts/slack/slack-server.ts';

export const TOKEN = 'xoxb-very-secret';
export const WEBHOOK = 'https://hooks.slack.com/services/T1/B9/very-secret';

/** `postJson` onto counterparts in this process, by host. */
export function postTo(handlers: Record<string, InternetHandler>): PostJson {
  return async (url, body, headers = {}) => {
    const { host, pathname, search } = new URL(url);
    const handler = handlers[host];
    if (!handler) throw new Error(`Nothing serves ${host}`);
    return handler({
      method: 'POST',
      host,
      path: `${pathname}${search}`,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: Buffer.from(body),
    });
  };
}

/** `postFile` onto the same. */
function uploadTo(handlers: Record<string, InternetHandler>): PostFile {
  return async (url, bytes) => {
    const { host, pathname } = new URL(url);
    const handler = handlers[host];
    if (!handler) throw new Error(`Nothing serves ${host}`);
    return handler({ method: 'POST', host, path: pathname, headers: {}, body: Buffer.from(bytes) });
  };
}

/** Slack with the channel C1, and the bot that delivers to it. */
export function connectSlack(overrides: Partial<SlackOptions> = {}) {
  const clock = new Clock();
  const slack = createSlack({
    clock,
    tokens: { [TOKEN]: { team: 'T1' } },
    channels: [
      { id: 'C1', name: 'alerts' },
      { id: 'C3', name: 'uninvited', botIsMember: false },
      { id: 'C4', name: 'archived', archived: true },
    ],
    incomingWebhooks: { [new URL(WEBHOOK).pathname]: 'C1', '/services/T1/B4/very-secret': 'C4' },
    ...overrides,
  });
  const postJson = postTo(slack.handlers);
  const now = () => new Date(clock.now());
  const botOf = (conversation: string, token = TOKEN) =>
    slackBot(conversation, slackApi('https://slack.com/api', token, postJson, now), uploadTo(slack.handlers));
  const shown = () => slack.messages('C1').filter(({ deleted }) => !deleted);
  return { clock, slack, postJson, now, botOf, bot: botOf('C1'), shown };
}
