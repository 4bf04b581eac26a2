import type { InternetAnswer, InternetHandler, InternetRequest } from '../internet-request.ts';
import type { Caller } from './channel-call.ts';
import { type ChannelMethod, channelMethods } from './channel-methods.ts';
import { type Faults, jsonAnswer, rateLimited } from './faults.ts';
import type { FileMethod } from './file-uploads.ts';
import type { RateLimit } from './rate-limit.ts';
import { readArguments, readToken } from './request-arguments.ts';
import { SlackError } from './slack-error.ts';
import type { UpdateOptions } from './update-message.ts';

type WebApiOptions = UpdateOptions & {
  callers: Map<string, Caller>;
  faults: Faults;
  postLimit: RateLimit;
  files: Record<string, FileMethod>;
  /** Whether the bot was given `files:write`. */
  mayUpload: boolean;
};

/** Serves `slack.com/api`. What Slack refuses is HTTP 200 with `ok: false`; only 429 and faults are not. */
export function createWebApi(options: WebApiOptions): InternetHandler {
  const methods = channelMethods(options);
  return async (request) => {
    try {
      return await answer(request, methods, options);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return refusal(error);
    }
  };
}

async function answer(
  request: InternetRequest,
  methods: Record<string, ChannelMethod>,
  { workspace, callers, faults, files, mayUpload }: WebApiOptions,
): Promise<InternetAnswer> {
  const name = /^\/api\/([\w.]+)(?:\?|$)/.exec(request.path)?.[1] ?? '';
  const caller = callers.get(readToken(request));
  if (!caller) throw new SlackError('invalid_auth');
  if (name === 'auth.test') return jsonAnswer(identity(caller));
  const ofFiles = Object.hasOwn(files, name) ? files[name] : undefined;
  if (ofFiles && !mayUpload) throw new SlackError('missing_scope');
  if (ofFiles) return jsonAnswer(ofFiles(readArguments(request), caller));
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) throw new SlackError('unknown_method');

  const input = readArguments(request);
  const byName = name === 'chat.postMessage';
  const channel = byName ? workspace.channelByNameOrId(input.channel) : workspace.channel(input.channel);
  const call = { input, channel, caller };
  const fault = await faults.next(channel.id);
  if (fault) return fault;
  const seconds = method.wait(call);
  if (seconds > 0) return rateLimited(seconds);
  if (method.forMembersOnly && channel.botIsMember === false) throw new SlackError('not_in_channel');
  return jsonAnswer({ ok: true, ...method.run(call) });
}

function refusal({ code, messages }: SlackError): InternetAnswer {
  if (messages.length === 0) return jsonAnswer({ ok: false, error: code });
  const response_metadata = { messages: messages.map((message) => `[ERROR] ${message}`) };
  return jsonAnswer({ ok: false, error: code, errors: messages, response_metadata });
}

const identity = ({ bot, team }: Caller) => ({
  ok: true,
  url: 'https://reeve-local.slack.com/',
  team,
  team_id: team,
  user: 'reeve',
  user_id: bot.replace(/^B/, 'U'),
  bot_id: bot,
});
