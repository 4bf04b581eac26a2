import { Clock } from '#local/clock.ts';
import { createSlack, type SlackOptions } from '#local/counterparts/slack/slack-server.ts';

export const TOKEN = 'xoxb-test-1';
export const OTHER_TOKEN = 'xoxb-test-2';
export const WEBHOOK = '/services/T1/B9/secret';

type SlackReply = Record<string, unknown> & { ok: boolean; error?: string; ts?: string };

/** A Slack with a channel in each state, and how to call it. */
export function aSlack(overrides: Partial<SlackOptions> = {}) {
  const clock = new Clock();
  const slack = createSlack({
    clock,
    tokens: { [TOKEN]: { team: 'T1' }, [OTHER_TOKEN]: { team: 'T1' } },
    channels: [
      { id: 'C1', name: 'alerts' },
      { id: 'C2', name: 'other' },
      { id: 'C3', name: 'uninvited', botIsMember: false },
      { id: 'C4', name: 'archived', archived: true },
      { id: 'C5', name: 'restricted', restricted: true },
    ],
    incomingWebhooks: {
      [WEBHOOK]: 'C1',
      '/services/T1/B4/secret': 'C4',
      '/services/T1/B5/secret': 'C5',
      '/services/T1/B6/secret': 'C404',
    },
    ...overrides,
  });

  const send = (method: string, input: unknown, headers: Record<string, string> = {}) =>
    slack.handlers['slack.com']({
      method: 'POST',
      host: 'slack.com',
      path: `/api/${method}`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, ...headers },
      body: Buffer.from(typeof input === 'string' ? input : JSON.stringify(input)),
    });
  const call = async (method: string, input: unknown, headers: Record<string, string> = {}) =>
    JSON.parse((await send(method, input, headers)).body) as SlackReply;
  const post = async (input: Record<string, unknown> = {}) =>
    (await call('chat.postMessage', { channel: 'C1', text: 'hello', ...input })).ts ?? '';
  const hook = (input: unknown, path = WEBHOOK, contentType = 'application/json') =>
    slack.handlers['hooks.slack.com']({
      method: 'POST',
      host: 'hooks.slack.com',
      path,
      headers: { 'content-type': contentType },
      body: Buffer.from(typeof input === 'string' ? input : JSON.stringify(input)),
    });
  return { clock, slack, send, call, post, hook };
}
