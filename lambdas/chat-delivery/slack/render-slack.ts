import type { ActionsBlock, ContextBlock, HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import type { Style } from '#lambdas/chat-delivery/chat-channel.ts';
import { cutText } from '#lambdas/chat-delivery/cut-text.ts';
import { adviceBlocks } from '#lambdas/chat-delivery/slack/advice.ts';
import { fieldsBlock } from '#lambdas/chat-delivery/slack/fields-block.ts';
import { headlineOf, placeOf } from '#lambdas/chat-delivery/slack/headline.ts';
import { linksOf } from '#lambdas/chat-delivery/slack/link.ts';
import { resourceList } from '#lambdas/chat-delivery/slack/resource-list.ts';
import { slackText } from '#lambdas/chat-delivery/slack/slack-text.ts';
import { isDigest } from '#lambdas/contracts/digest.ts';

export type SlackMessage = { text: string; blocks: KnownBlock[] };

/**
 * Slack's limits: header 150, section 3,000, 50 blocks, and about 13,200 characters in all blocks together
 * (not documented; slackapi/bolt-js#2509). `ALL` stays well below; the summary gets what the others leave.
 */
const ALL = 9000;
const HEADER = 150;
const SUMMARY = { least: 500, most: 2800 };
const SHORT_SUMMARY = 300;
const BUTTON_URL = 500;
const BUTTONS_SHOWN = 3;
const CONTEXT = 250;
const FALLBACK = 300;

/**
 * What happened, how it stands, what to do, the source's own words, what is hit, where to go. Source text
 * stands in plain and rich text, where no markup is read; what must be mrkdwn is escaped.
 */
export function renderSlack(card: Card, style: Style): SlackMessage {
  const digest = isDigest(card);
  const text = slackText(
    [headlineOf(card), digest ? firstLine(card) : placeOf(card)].filter(Boolean).join(' · '),
    FALLBACK,
  );
  const above: KnownBlock[] = [headerBlock(card), ...(digest ? [] : [fieldsBlock(card)])];
  if (style === 'short') {
    return {
      text,
      blocks: [...above, ...summary(card, SHORT_SUMMARY), ...plainLink(card), contextBlock(card)],
    };
  }
  const advice = adviceBlocks(card);
  const below = [...resourceList(card), ...linkButtons(card), contextBlock(card)];
  const room = ALL - JSON.stringify([above, advice, below]).length;
  const words = summary(card, Math.min(Math.max(room, SUMMARY.least), SUMMARY.most));
  // A digest is its words; of an alert people first want to know what to do.
  const middle = digest ? [...words, ...advice] : [...advice, ...words];
  return { text, blocks: [...above, ...middle, ...below] };
}

function firstLine({ summary }: Card): string {
  return summary.split('\n')[0] ?? '';
}

function headerBlock(card: Card): HeaderBlock {
  const text = cutText(headlineOf(card), HEADER);
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

/** Empty text is refused by Slack. */
function summary({ summary }: Card, limit: number): SectionBlock[] {
  if (summary.trim() === '') return [];
  return [{ type: 'section', text: { type: 'plain_text', text: cutText(summary, limit), emoji: false } }];
}

function linkButtons(card: Card): ActionsBlock[] {
  const elements = linksOf(card, BUTTON_URL)
    .slice(0, BUTTONS_SHOWN)
    .map(({ label, url }) => ({
      type: 'button' as const,
      text: { type: 'plain_text' as const, text: cutText(label.trim() || 'Open', 75) },
      url,
    }));
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

/** As text, which Slack does not check: the short form must pass where the full one did not. */
function plainLink(card: Card): SectionBlock[] {
  const [link] = linksOf(card, BUTTON_URL);
  return link ? [{ type: 'section', text: { type: 'mrkdwn', text: slackText(link.url, 1000) } }] : [];
}

function contextBlock({ reference, source, labels }: Card): ContextBlock {
  const words = [reference, source, labels['typeCode']?.[0]].filter(Boolean).join(' · ');
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: slackText(words, CONTEXT), verbatim: true }],
  };
}
