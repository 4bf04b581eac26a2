import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFollowUp, renderReply } from '#lambdas/chat-delivery/slack/render-reply.ts';
import { renderSlack, type SlackMessage } from '#lambdas/chat-delivery/slack/render-slack.ts';
import { toJson } from '#lambdas/chat-delivery/to-json.ts';
import { blockCharacters, blockKitErrors } from '#local/counterparts/slack/block-kit-rules.ts';
import { pingsIn } from '#local/counterparts/slack/pings.ts';
import { anyCard, anyLines, anyTime } from '#test/chat-delivery/any-card.ts';

/** Slack refuses somewhere above 11,000 characters; we stay below this. */
const MOST_CHARACTERS = 9500;

function expectSlackTakes(rendered: SlackMessage): void {
  const message = JSON.parse(toJson(rendered)) as SlackMessage;
  expect(blockKitErrors(message.blocks)).toEqual([]);
  expect(blockCharacters(message.blocks)).toBeLessThan(MOST_CHARACTERS);
  expect(message.blocks.length).toBeGreaterThan(0);
  expect(message.text.trim()).not.toBe('');
  expect(message.text.length).toBeLessThanOrEqual(300);
  expect(pingsIn(message)).toEqual([]);
}

describe('any Unicode in any field is a message that Slack takes and that pings nobody (ecs-events-to-slack, terraform-aws-health-notifier)', () => {
  it('in full', () => {
    fc.assert(
      fc.property(anyCard, (card) => expectSlackTakes(renderSlack(card, 'full'))),
      { numRuns: 300 },
    );
  });

  it('in short', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const message = renderSlack(card, 'short');
        expectSlackTakes(message);
        expect(blockCharacters(message.blocks)).toBeLessThan(3000);
      }),
    );
  });

  it('as a reply in a thread', () => {
    fc.assert(
      fc.property(anyCard, anyLines, fc.nat(), (card, lines, more) =>
        expectSlackTakes(renderReply(card, { lines: ['First line', ...lines], more })),
      ),
    );
  });

  it('as a follow-up', () => {
    fc.assert(
      fc.property(anyCard, anyLines, anyTime, (card, lines, lastToldAt) =>
        expectSlackTakes(renderFollowUp(card, lines, lastToldAt)),
      ),
    );
  });
});
