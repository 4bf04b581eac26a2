import { describe, expect, it } from 'vitest';
import { newsThread, resourceThread } from '#lambdas/chat-delivery/thread.ts';
import { aCard } from './a-card.ts';
import { aHead, aReceipt, NOW } from './a-head.ts';

const at = NOW.toISOString();
const none = { lines: [], more: 0 };

describe('resourceThread', () => {
  it('is empty where the message names all resources', async () => {
    const neverAsked = () => Promise.reject(new Error('not needed'));
    expect(await resourceThread(aCard(), neverAsked)).toEqual(none);
  });

  it('names all resources with their status where they are more than the message shows', async () => {
    const listed = [
      { part: 'a', account: '111122223333', id: 'i-1', status: 'PENDING' },
      { part: 'b', account: '444455556666', id: 'i-2' },
    ];
    const card = aCard({ resourceCount: 840, accountCount: 2 });
    expect(await resourceThread(card, async () => listed)).toEqual({
      lines: ['All resources:', 'i-1 · pending · 111122223333', 'i-2 · 444455556666'],
      more: 838,
    });
    const [, first] = (await resourceThread({ ...card, accountCount: 1 }, async () => listed)).lines;
    expect(first).toBe('i-1 · pending');
  });

  it('is empty where no names are known', async () => {
    expect(await resourceThread(aCard({ resourceCount: 840, resources: [] }), async () => [])).toEqual(none);
  });
});

describe('newsThread', () => {
  it('holds the entries since the delivered revision', () => {
    const entries = [1, 2, 3].map((revision) => ({ revision, at, text: `entry ${revision}` }));
    expect(newsThread(aCard(), aHead({ entries }), aReceipt({ revision: 1 })).lines).toEqual([
      'entry 2',
      'entry 3',
    ]);
  });

  it.each([
    ['Resolved.', { status: 'resolved' }, {}],
    ['Open again.', { status: 'open' }, { status: 'resolved' }],
    ['Severity rose from warning to critical.', { severity: 'critical' }, { severity: 'warning' }],
  ] as const)('begins with "%s"', (line, card, receipt) => {
    expect(newsThread(aCard(card), aHead(), aReceipt(receipt)).lines).toEqual([line]);
  });

  it('does not mention a severity that fell', () => {
    expect(newsThread(aCard({ severity: 'info' }), aHead(), aReceipt())).toEqual(none);
  });
});
