import { TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import type { PostJson } from '#lambdas/chat-delivery/https-client.ts';
import { SlackError } from '#lambdas/chat-delivery/slack/slack-error.ts';
import { throwUnlessArrived } from '#lambdas/chat-delivery/throw-unless-arrived.ts';
import { toJson } from '#lambdas/chat-delivery/to-json.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

type SlackAnswer = {
  ok: boolean;
  error?: string;
  ts?: string;
  message?: { thread_ts?: string };
  upload_url?: string;
  file_id?: string;
};
/** Arguments go as JSON, but as a form where a method takes nothing else. */
export type CallSlack = (method: string, body: object | URLSearchParams) => Promise<SlackAnswer>;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TOO_LARGE = new Set(['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long']);
const PASSING = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** Calls Slack's Web API with a bot token. Slack answers refusals with HTTP 200 and a code. */
export function slackApi(apiUrl: string, token: string, postJson: PostJson, now: () => Date): CallSlack {
  return async (method, body) => {
    const isForm = body instanceof URLSearchParams;
    const headers = { authorization: `Bearer ${token}`, ...(isForm ? FORM : {}) };
    const answer = await postJson(`${apiUrl}/${method}`, isForm ? body.toString() : toJson(body), headers);
    throwUnlessArrived(answer, now());
    const result = parse(answer.body);
    if (result.ok) return result;
    const code = result.error ?? 'unknown';
    if (PASSING.has(code)) throw new RetryLaterError('Slack cannot answer now', { fields: { code, method } });
    if (TOO_LARGE.has(code))
      throw new TooLargeError('Slack refused the size or the blocks', { fields: { code, method } });
    throw new SlackError(code, method);
  };
}

function parse(body: string): SlackAnswer {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer === 'object' && answer !== null) return answer as SlackAnswer;
  } catch {
    // The parser's own message quotes the text.
  }
  throw new RetryLaterError('Slack answered with something else than a JSON object');
}
