import { type ChatChannel, TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import type { PostJson } from '#lambdas/chat-delivery/https-client.ts';
import { affectedOf } from '#lambdas/chat-delivery/slack/fields-block.ts';
import { headlineOf, placeOf } from '#lambdas/chat-delivery/slack/headline.ts';
import { renderFollowUp } from '#lambdas/chat-delivery/slack/render-reply.ts';
import { renderSlack } from '#lambdas/chat-delivery/slack/render-slack.ts';
import { SlackError } from '#lambdas/chat-delivery/slack/slack-error.ts';
import { throwUnlessArrived } from '#lambdas/chat-delivery/throw-unless-arrived.ts';
import { toJson } from '#lambdas/chat-delivery/to-json.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

/** Answers of an incoming webhook that a shorter message may avoid. */
const TOO_LARGE = /invalid_blocks|invalid_payload|msg_too_long|msg_blocks_too_long/;
const CODE = /^[a-z_]{1,50}$/;

/** A Slack incoming webhook: no message comes back to edit, so updates follow as messages of their own. */
export function slackWebhook(url: string, postJson: PostJson, now: () => Date): ChatChannel {
  if (!url.startsWith('https://')) throw new PermanentError('Secret of the channel is not an HTTPS URL');
  return {
    render: (card, style) => toJson(renderSlack(card, style)),
    // New words come as lines of the thread.
    gist: (card) => [headlineOf(card), placeOf(card), affectedOf(card)].join('\n'),
    followUp: (card, lines, lastToldAt) => toJson(renderFollowUp(card, lines, lastToldAt)),
    async post(message, id) {
      const answer = await postJson(url, message);
      if (answer.status === 400 && TOO_LARGE.test(answer.body)) {
        throw new TooLargeError('Slack refused the size or the blocks');
      }
      const refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
      if (refused && CODE.test(answer.body)) throw new SlackError(answer.body, 'incoming webhook');
      throwUnlessArrived(answer, now());
      return id;
    },
  };
}
