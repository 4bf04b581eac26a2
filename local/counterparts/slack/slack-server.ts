import type { Clock } from '#local/clock.ts';
import type { InternetHandler } from '../internet-request.ts';
import { createFaults, type SlackFault } from './faults.ts';
import { createFileUploads } from './file-uploads.ts';
import { createIncomingWebhooks } from './incoming-webhooks.ts';
import { createRateLimit, POSTING } from './rate-limit.ts';
import { createWebApi } from './web-api.ts';
import { type SlackChange, type SlackChannel, type SlackMessage, Workspace } from './workspace.ts';

export type SlackOptions = {
  clock: Clock;
  /** Bot tokens; each is a bot of its own in its team. */
  tokens: Record<string, { team: string }>;
  channels: SlackChannel[];
  /** Channel ids by path, `/services/T…/B…/…`. */
  incomingWebhooks?: Record<string, string>;
  editWindowSeconds?: number;
  /** Real Slack may post a reply to a missing message to the channel instead of refusing it. */
  dropsUnknownThreads?: boolean;
  /** Whether the bots were given `files:write`; true if left out. */
  mayUpload?: boolean;
};

/** Slack in this process, as strict as the real one: its Web API, its incoming webhooks, and what people see. */
export type Slack = {
  handlers: Record<'slack.com' | 'hooks.slack.com' | 'files.slack.com', InternetHandler>;
  /** Everything ever posted to a channel, oldest first; deleted messages are marked, not gone. */
  messages: (channelId: string) => SlackMessage[];
  deleteMessage: (channelId: string, ts: string) => void;
  archive: (channelId: string) => void;
  failNext: (channelId: string, fault: SlackFault, times?: number) => void;
  /** Returns how to stop listening. */
  onMessage: (listener: (change: SlackChange) => void) => () => void;
};

export function createSlack(options: SlackOptions): Slack {
  const {
    clock,
    tokens,
    channels,
    incomingWebhooks = {},
    editWindowSeconds,
    dropsUnknownThreads = false,
    mayUpload = true,
  } = options;
  const workspace = new Workspace(clock, channels, dropsUnknownThreads);
  const uploads = createFileUploads(workspace);
  const faults = createFaults(clock);
  const postLimit = createRateLimit(clock, POSTING);
  const callers = new Map(
    Object.entries(tokens).map(([token, { team }], index) => [token, { team, bot: `B${index + 1}` }]),
  );

  return {
    handlers: {
      'slack.com': createWebApi({
        clock,
        workspace,
        faults,
        postLimit,
        callers,
        editWindowSeconds,
        files: uploads.methods,
        mayUpload,
      }),
      'files.slack.com': uploads.handler,
      'hooks.slack.com': createIncomingWebhooks({ workspace, faults, postLimit, webhooks: incomingWebhooks }),
    },
    messages: (channelId) => structuredClone(workspace.messages(channelId)),
    deleteMessage: (channelId, ts) => {
      const message = workspace.message(channelId, ts);
      message.deleted = true;
      workspace.announce('deleted', channelId, message);
    },
    archive: (channelId) => {
      workspace.channel(channelId).archived = true;
    },
    failNext: faults.failNext,
    onMessage: (listener) => workspace.listen(listener),
  };
}
