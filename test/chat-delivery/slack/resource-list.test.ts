import { describe, expect, it } from 'vitest';
import { resourceList } from '#lambdas/chat-delivery/slack/resource-list.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';

/** The lines of the list as a reader sees them. */
function linesOf(card: Parameters<typeof aCard>[0]): string[] {
  const lists = resourceList(aCard(card)).flatMap(({ elements }) => elements);
  return lists.flatMap((list) =>
    list.type === 'rich_text_list'
      ? list.elements.map(({ elements }) =>
          elements.map((element) => ('text' in element ? element.text : '')).join(''),
        )
      : [],
  );
}
const resource = { part: 'p', account: '111122223333', id: 'i-0a1b2c' };

describe('resourceList', () => {
  it('is absent where no resource is named', () => {
    expect(resourceList(aCard({ resources: [] }))).toEqual([]);
  });

  it('shows the status, and the account where there are several', () => {
    expect(linesOf({})).toEqual(['i-0a1b2c · impaired']);
    expect(linesOf({ accountCount: 2 })).toEqual(['i-0a1b2c · impaired · 111122223333']);
    expect(linesOf({ resources: [resource] })).toEqual(['i-0a1b2c']);
  });

  it('counts what it does not show', () => {
    const lines = linesOf({ resources: Array.from({ length: 20 }, () => resource), resourceCount: 840 });
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('and 830 more');
  });

  it('links a resource that has an address Slack takes', () => {
    const url = 'https://console.aws.amazon.com/ec2';
    expect(JSON.stringify(resourceList(aCard({ resources: [{ ...resource, url }] })))).toContain(
      '{"type":"link","url":"https://console.aws.amazon.com/ec2","text":"i-0a1b2c"}',
    );
    expect(JSON.stringify(resourceList(aCard({ resources: [{ ...resource, url: 'nowhere' }] })))).toContain(
      '{"type":"text","text":"i-0a1b2c","style":{"code":true}}',
    );
  });
});
