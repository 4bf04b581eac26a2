import { describe, expect, it } from 'vitest';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { renderSlack } from '#lambdas/chat-delivery/slack/render-slack.ts';
import type { SampledAccount, SampledResource } from '#lambdas/contracts/ledger.ts';
import { blockCharacters, blockKitErrors } from '#local/counterparts/slack/block-kit-rules.ts';
import { pingsIn } from '#local/counterparts/slack/pings.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';

const resources = (count: number, id = 'i-0a1b2c'): SampledResource[] =>
  Array.from({ length: count }, (_, index) => ({ part: 'p', id: `${id}${index}`, status: 'PENDING' }));
const accounts: SampledAccount[] = ['payments-prod', 'shop-prod', 'data-prod'].map((accountName, index) => ({
  part: String(index),
  account: String(111_122_223_333 + index),
  accountName,
  region: 'eu-west-1',
  status: 'open',
  resources: 40,
}));

function expectSlackTakes(card: Partial<Card>): void {
  const message = renderSlack(aCard(card), 'full');
  expect(blockKitErrors(message.blocks)).toEqual([]);
  expect(blockCharacters(message.blocks)).toBeLessThan(9000);
}

describe('renderSlack', () => {
  it('cuts a section of 3,001 characters (ecs-events-to-slack, publish-release-info-action#55)', () => {
    expectSlackTakes({ summary: 'a'.repeat(3001) });
  });

  it('takes more than a hundred instance ids (aws-health-notifier)', () => {
    expectSlackTakes({ resources: resources(120), resourceCount: 120 });
    expectSlackTakes({ resources: resources(120, `i-${'0'.repeat(400)}`), resourceCount: 120 });
  });

  it('takes 51 facts, a title of 151 characters, 26 links and 14,000 characters (playwright-slack-report#300, spacecat-api-service#176, bolt-js#2867)', () => {
    const facts = Array.from({ length: 51 }, (_, index) => ({
      label: `Fact ${index}`,
      value: 'b'.repeat(500),
    }));
    const links = Array.from({ length: 26 }, (_, index) => ({
      label: `Link ${index}`,
      url: `https://example.com/${index}`,
    }));
    expectSlackTakes({ title: 'a'.repeat(151), facts, links, summary: 'c'.repeat(14_000) });
  });

  it('gives the summary what the others leave', () => {
    const summaryOf = (card: Partial<Card>) =>
      JSON.stringify(renderSlack(aCard(card), 'full')).match(/s{9,}/)?.[0];
    const summary = 's'.repeat(6000);
    expect(summaryOf({ summary })).toHaveLength(2799);
    const facts = Array.from({ length: 4 }, () => ({ label: 'Fact', value: 'b'.repeat(500) }));
    const long = (label: string, length: number) => ({
      label,
      url: `https://example.com/${'u'.repeat(length)}`,
    });
    const links = [long('One', 450), long('Two', 450), long('Three', 450)];
    const named = resources(10, 'i'.repeat(150)).map((resource) => ({ ...resource, ...long('', 150) }));
    const crowded = summaryOf({ summary, facts, links, resources: named, resourceCount: 10 });
    expect(crowded?.length).toBeGreaterThan(500);
    expect(crowded?.length).toBeLessThan(2799);
  });

  it('pings nobody, whatever AWS writes (aws-health-aware, terraform-aws-notify-slack)', () => {
    const ping = '<!channel> <@U1> <!here|x>';
    const message = renderSlack(
      aCard({
        title: ping,
        summary: ping,
        facts: [{ label: ping, value: ping }],
        regions: [ping],
        source: ping,
      }),
      'full',
    );
    expect(pingsIn(message)).toEqual([]);
    expect(message.text).toContain('&lt;!channel&gt;');
  });

  it('keeps an apostrophe and quotes as they are (tryfabric/mack#21)', () => {
    const { text, blocks } = renderSlack(
      aCard({ title: `Amazon's "EC2"`, summary: `Amazon's "EC2"` }),
      'full',
    );
    expect(text).toContain(`Amazon's "EC2"`);
    expect(JSON.stringify(blocks)).not.toMatch(/&#|&apos;|&quot;/);
  });

  it('is short and without any block that Slack checks closely, where the full one was refused', () => {
    const { blocks } = renderSlack(aCard({ summary: 'a'.repeat(60_000), resources: resources(20) }), 'short');
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'section', 'context']);
    expect(JSON.stringify(blocks).length).toBeLessThan(2000);
  });
});

describe('a message in Slack', () => {
  const start = '2026-12-03T10:00:00.000Z';
  it.each<[string, Partial<Card>]>([
    ['an issue in one account', {}],
    [
      'a critical issue in three accounts, with most resources in the thread',
      {
        severity: 'critical',
        accounts,
        accountCount: 3,
        resources: resources(20),
        resourceCount: 120,
        pending: { count: 120, total: 120 },
      },
    ],
    [
      'a planned change with its date',
      {
        status: 'upcoming',
        severity: 'warning',
        title: 'RDS maintenance scheduled',
        startsAt: start,
        endsAt: '2026-12-03T12:00:00.000Z',
      },
    ],
    [
      'a planned lifecycle event with its deadline',
      {
        status: 'upcoming',
        severity: 'warning',
        title: 'Lambda Node.js 20 reaches its end',
        startsAt: start,
        deadline: start,
        resources: resources(2, 'function-'),
        resourceCount: 2,
        pending: { count: 2, total: 2 },
      },
    ],
    [
      'a resolved issue',
      {
        status: 'resolved',
        severity: 'info',
        facts: [],
        endsAt: '2026-11-20T03:40:00.000Z',
        resolvedAt: '2026-11-20T03:41:00.000Z',
      },
    ],
    [
      'a public event without resources',
      { severity: 'warning', accounts: [], accountCount: 0, facts: [], resources: [], resourceCount: 0 },
    ],
    [
      'an alert whose pages have not all come',
      { resources: resources(10), resourceCount: 100, pages: { seen: 1, total: 3 } },
    ],
    [
      'an alert with a command to run and nothing else',
      {
        source: 'ecs',
        title: 'Deployment of shop/web failed',
        summary: '',
        facts: [],
        links: [],
        labels: {},
        startsAt: undefined,
        resources: [],
        resourceCount: 0,
        actions: [{ id: 'why', label: 'See why', command: 'npm run reeve -- ecs shop/web' }],
      },
    ],
  ])('is as it was for %s', (_name, card) => {
    const { text, blocks } = renderSlack(aCard(card), 'full');
    expect([text, ...blocks.map((block) => JSON.stringify(block))].join('\n')).toMatchSnapshot();
  });
});
