import type { InternetAnswer, InternetHandler, InternetRequest } from '../internet-request.ts';
import { type Faults, rateLimited } from './faults.ts';
import { postMessage } from './posting.ts';
import type { RateLimit } from './rate-limit.ts';
import { mediaType, readJson } from './request-arguments.ts';
import type { Json } from './schema-rule.ts';
import { SlackError } from './slack-error.ts';
import type { Workspace } from './workspace.ts';

// https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
const STATUS: Record<string, number> = {
  action_prohibited: 403,
  invalid_token: 403,
  channel_not_found: 404,
  no_service: 404,
  channel_is_archived: 410,
  internal_error: 500,
};
const WEBHOOK_CODE: Record<string, string> = {
  is_archived: 'channel_is_archived',
  restricted_action: 'action_prohibited',
  invalid_json: 'invalid_payload',
  json_not_object: 'invalid_payload',
};

type IncomingWebhookOptions = {
  workspace: Workspace;
  faults: Faults;
  postLimit: RateLimit;
  /** The channel of each path, `/services/T…/B…/…`. */
  webhooks: Record<string, string>;
};

/** Serves `hooks.slack.com/services`: plain text `ok`, or the error's name with a status. No `ts` comes back. */
export function createIncomingWebhooks(options: IncomingWebhookOptions): InternetHandler {
  return async (request) => {
    try {
      return await receive(request, options);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      const code = WEBHOOK_CODE[error.code] ?? error.code;
      return plain(STATUS[code] ?? 400, code);
    }
  };
}

async function receive(request: InternetRequest, options: IncomingWebhookOptions): Promise<InternetAnswer> {
  const { workspace, faults, postLimit } = options;
  const path = request.path.split('?')[0] ?? '';
  const channel = workspace.channel(channelOf(path, options.webhooks));
  const fault = await faults.next(channel.id);
  if (fault?.status === 200) throw new SlackError('internal_error');
  if (fault?.status === 429) return webhookRateLimited(Number(fault.headers['retry-after']));
  if (fault) return fault;
  const seconds = postLimit(channel.id);
  if (seconds > 0) return webhookRateLimited(seconds);
  if (request.method !== 'POST') throw new SlackError('invalid_payload');
  postMessage(workspace, channel, readPayload(request), path.split('/')[3] ?? path);
  return plain(200, 'ok');
}

function channelOf(path: string, webhooks: Record<string, string>): string | undefined {
  if (Object.hasOwn(webhooks, path)) return webhooks[path];
  const service = path.slice(0, path.lastIndexOf('/') + 1);
  const exists = Object.keys(webhooks).some(
    (known) => known.startsWith(service) && service.split('/').length === 5,
  );
  throw new SlackError(exists ? 'invalid_token' : 'no_service');
}

function readPayload(request: InternetRequest): Json {
  if (mediaType(request) !== 'application/x-www-form-urlencoded') return readJson(request.body);
  return readJson(new URLSearchParams(request.body.toString()).get('payload') ?? '');
}

const webhookRateLimited = (seconds: number) =>
  rateLimited(seconds, { retry_after: seconds, ok: false, error: 'rate_limited' });

const plain = (status: number, body: string): InternetAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body,
});
