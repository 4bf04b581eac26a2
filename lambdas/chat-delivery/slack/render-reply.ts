import type { Card } from '#lambdas/chat-delivery/card.ts';
import type { Thread } from '#lambdas/chat-delivery/chat-channel.ts';
import { cutText } from '#lambdas/chat-delivery/cut-text.ts';
import { affectedOf } from '#lambdas/chat-delivery/slack/fields-block.ts';
import { headlineOf, placeOf } from '#lambdas/chat-delivery/slack/headline.ts';
import type { SlackMessage } from '#lambdas/chat-delivery/slack/render-slack.ts';
import { slackText, slackTime } from '#lambdas/chat-delivery/slack/slack-text.ts';

const LINE = 300;
const WORDS = 600;
/** Below Slack's 3,000 for a section, and three of them below its sum for all blocks. */
const SECTION = 2500;
const SECTIONS = 3;

/** Lines for the thread of an alert, one under the other; what does not fit is counted. */
export function renderReply(card: Card, { lines, more }: Thread): SlackMessage {
  const blocks = packed(
    lines.map((line) => cutText(line, LINE)),
    more,
  ).map((text) => ({
    type: 'section' as const,
    text: { type: 'plain_text' as const, text, emoji: false },
  }));
  return { text: slackText([headlineOf(card), ...lines.slice(0, 1)].join(': '), LINE), blocks };
}

/** For a webhook, which can neither edit nor reply: what is new, and which message it belongs to. */
export function renderFollowUp(card: Card, lines: string[], lastToldAt: string): SlackMessage {
  const { text, blocks } = renderReply(card, { lines, more: 0 });
  const words = slackText([headlineOf(card), placeOf(card)].filter(Boolean).join(' · '), WORDS);
  const affected = affectedOf(card).replaceAll('\n', ', ');
  const pointer = `Update of alert *${card.reference}*, last told ${slackTime(lastToldAt)} · ${affected}`;
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: words, verbatim: true } },
      ...blocks,
      { type: 'context', elements: [{ type: 'mrkdwn', text: pointer }] },
    ],
  };
}

/** Full sections of lines, and how many lines are in none of them. */
function packed(lines: string[], more: number): string[] {
  const sections: string[] = [];
  let left = lines.length + more;
  for (const line of lines) {
    const joined = [...sections.slice(-1), line].join('\n');
    if (sections.length > 0 && joined.length <= SECTION) sections.splice(-1, 1, joined);
    else if (sections.length < SECTIONS) sections.push(line);
    else break;
    left -= 1;
  }
  return [...sections, left > 0 ? `and ${left} more` : ''].filter((text) => text.trim() !== '');
}
