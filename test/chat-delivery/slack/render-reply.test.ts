import { describe, expect, it } from 'vitest';
import { renderFollowUp, renderReply } from '#lambdas/chat-delivery/slack/render-reply.ts';
import { blockCharacters } from '#local/counterparts/slack/block-kit-rules.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';

const textsOf = ({ blocks }: ReturnType<typeof renderReply>) =>
  blocks.map((block) => (block.type === 'section' ? (block.text?.text ?? '') : ''));

describe('renderReply', () => {
  it('puts lines one under the other, and the first into the notification', () => {
    const reply = renderReply(aCard(), { lines: ['Resolved.', 'Network is back.'], more: 0 });
    expect(textsOf(reply)).toEqual(['Resolved.\nNetwork is back.']);
    expect(reply.text).toBe('🔴 EC2 instances unreachable: Resolved.');
  });

  it('reads no markup in them', () => {
    const { blocks, text } = renderReply(aCard(), { lines: ['<!channel> *x*'], more: 0 });
    expect(blocks).toEqual([
      { type: 'section', text: { type: 'plain_text', text: '<!channel> *x*', emoji: false } },
    ]);
    expect(text).toContain('&lt;!channel&gt;');
  });

  it('counts the lines that do not fit together with those that were not given', () => {
    const lines = Array.from(
      { length: 160 },
      (_, index) => `arn:aws:ecs:eu-west-1:${'x'.repeat(100)}/${index}`,
    );
    const reply = renderReply(aCard(), { lines, more: 840 });
    const shown = textsOf(reply).slice(0, -1).join('\n').split('\n');
    expect(shown).toEqual(lines.slice(0, shown.length));
    expect(textsOf(reply).at(-1)).toBe(`and ${1000 - shown.length} more`);
    expect(blockCharacters(reply.blocks)).toBeLessThan(9000);
  });
});

describe('renderFollowUp', () => {
  it('says what is new and which alert it belongs to', () => {
    expect(renderFollowUp(aCard(), ['Two more.'], '2026-11-20T02:30:00.000Z')).toMatchInlineSnapshot(`
      {
        "blocks": [
          {
            "text": {
              "text": "🔴 EC2 instances unreachable · payments-prod (111122223333) · eu-west-1",
              "type": "mrkdwn",
              "verbatim": true,
            },
            "type": "section",
          },
          {
            "text": {
              "emoji": false,
              "text": "Two more.",
              "type": "plain_text",
            },
            "type": "section",
          },
          {
            "elements": [
              {
                "text": "Update of alert *KWTRZB*, last told <!date^1795141800^{date_short_pretty} {time}|2026-11-20 02:30 UTC> · 1 resource",
                "type": "mrkdwn",
              },
            ],
            "type": "context",
          },
        ],
        "text": "🔴 EC2 instances unreachable: Two more.",
      }
    `);
  });
});
