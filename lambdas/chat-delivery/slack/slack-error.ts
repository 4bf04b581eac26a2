import { PermanentError } from '#lambdas/runtime/errors.ts';

const WAYS_OUT: Record<string, string> = {
  channel_not_found: 'the conversation in the settings does not exist, or the bot may not see it',
  not_in_channel: 'invite the bot to the channel',
  is_archived: 'the channel is archived; unarchive it or change the settings',
  is_inactive: 'the channel is archived; unarchive it or change the settings',
  restricted_action: 'the workspace does not let the bot post there; ask its administrator',
  invalid_auth: 'the bot token is not valid; store a new one with "reeve secret set"',
  not_authed: 'the bot token is empty; store it with "reeve secret set"',
  token_revoked: 'the bot token was revoked; store a new one with "reeve secret set"',
  token_expired: 'the bot token has expired; store one without rotation with "reeve secret set"',
  account_inactive: 'the bot was removed; install the app again and store its token',
  missing_scope: 'the bot token lacks a scope; chat:write, reactions:write and files:write are needed',
  no_service: 'the incoming webhook was removed; make one and store its URL with "reeve secret set"',
  invalid_token: 'the URL of the incoming webhook is not valid; store it with "reeve secret set"',
  channel_is_archived: 'the channel is archived; unarchive it, or make a webhook for another one',
  action_prohibited: 'the workspace does not let the webhook post there; ask its administrator',
};

/** A refusal by Slack, by the code it gave; no retry changes it. */
export class SlackError extends PermanentError {
  override name = 'SlackError';
  readonly code: string;

  constructor(code: string, method: string) {
    super(`Slack refused: ${WAYS_OUT[code] ?? 'see the code in Slack API documentation'}`, {
      fields: { code, method },
    });
    this.code = code;
  }
}
