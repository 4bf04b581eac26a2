import { describe, expect, it } from 'vitest';
import { adviceBlocks } from '#lambdas/chat-delivery/slack/advice.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';

const textsOf = (blocks: ReturnType<typeof adviceBlocks>) =>
  JSON.stringify(blocks)
    .match(/"text":"[^"]*"/g)
    ?.map((text) => text.slice(8, -1)) ?? [];

describe('adviceBlocks', () => {
  it('shows facts under their labels, then the commands to run', () => {
    const blocks = adviceBlocks(
      aCard({
        actions: [
          { id: 'mute', label: 'Mute it', command: 'npm run reeve -- mute' },
          { id: 'open', label: 'Open', url: 'https://example.com' },
        ],
      }),
    );
    expect(textsOf(blocks)).toEqual([
      'What to do\\n',
      'Move the load to another zone.',
      'Mute it\\n',
      'npm run reeve -- mute',
    ]);
    expect(JSON.stringify(blocks[1])).toContain('"style":{"code":true}');
  });

  it('shows four at most and none that is empty', () => {
    const facts = Array.from({ length: 10 }, (_, index) => ({ label: 'x', value: index % 2 ? 'y' : ' ' }));
    expect(adviceBlocks(aCard({ facts }))).toHaveLength(4);
  });

  it('reads no markup in what the source wrote', () => {
    const [block] = adviceBlocks(aCard({ facts: [{ label: 'Domain', value: '*.example.com <!here>' }] }));
    expect(JSON.stringify(block)).toContain('"text":"*.example.com <!here>"');
    expect(JSON.stringify(block)).not.toContain('mrkdwn');
  });
});
