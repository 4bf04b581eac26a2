import { describe, expect, it } from 'vitest';
import { isLinkable, linksOf } from '#lambdas/chat-delivery/slack/link.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';

describe('isLinkable', () => {
  it.each([
    ['https://console.aws.amazon.com/ec2', true],
    ['http://console.aws.amazon.com/ec2', false],
    ['javascript:alert(1)', false],
    ['https://', false],
    ['', false],
    ['https://example.com/\uD83D', false],
    [`https://example.com/${'a'.repeat(100)}`, false],
  ])('%s: %s', (url, linkable) => expect(isLinkable(url, 100)).toBe(linkable));
});

describe('linksOf', () => {
  it('is the links, then the actions that lead somewhere', () => {
    const card = aCard({
      links: [
        { label: 'Health', url: 'https://a.example' },
        { label: 'Broken', url: 'nowhere' },
      ],
      actions: [
        { id: 'run', label: 'Run', command: 'npm run reeve' },
        { id: 'case', label: 'Open a case', url: 'https://b.example' },
      ],
    });
    expect(linksOf(card, 100).map(({ label }) => label)).toEqual(['Health', 'Open a case']);
  });
});
