import { describe, expect, it } from 'vitest';
import { MessageGoneError, TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import type { Head, Receipt } from '#lambdas/contracts/ledger.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aContent, aHead, aReceipt, aView, NOW } from './a-head.ts';
import { aChannel, inMemoryDelivery } from './in-memory-delivery.ts';

const OUT = { key: 'health/kd8', channel: 'ops', revision: 1 };
const at = NOW.toISOString();
const manyResources = () => aHead({ views: { ops: aView({ resources: 12 }) } });
const names = Array.from({ length: 12 }, (_, index) => ({ part: 'p', id: `i-${index}` }));

/** `ops` was told of revision 1; the ledger is one further. */
function told(changes: Partial<Head> = {}, receipt: Partial<Receipt> = {}, channel = aChannel()) {
  const start = { head: aHead({ revision: 2, ...changes }), receipt: aReceipt(receipt) };
  return inMemoryDelivery(channel, start);
}
const renamed = { content: aContent({ title: 'EC2 is worse' }) };
const resolved = {
  status: 'resolved' as const,
  views: { ops: aView({ standing: { 'resolved/error': 1 } }) },
};

describe('deliverAlert, the first time', () => {
  it('posts, then commits what was told', async () => {
    const { calls, ports, state } = inMemoryDelivery(aChannel(), { head: aHead() });
    await deliverAlert(OUT, ports);
    expect(calls).toEqual([{ did: 'post', text: 'full: open error EC2 instances unreachable' }]);
    expect(state.receipt).toMatchObject({
      channel: 'ops',
      reference: 'message-1',
      revision: 1,
      status: 'open',
      severity: 'error',
      edits: 0,
      deliveredAt: at,
    });
  });

  it('repeats a post once after a crash between send and commit, under the same id', async () => {
    const { calls, ids, ports, state } = inMemoryDelivery(aChannel(), { head: aHead() });
    state.crashBeforeCommit = true;
    await expect(deliverAlert(OUT, ports)).rejects.toThrow('The function died');
    await deliverAlert(OUT, ports);
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'post']);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('names all resources in the thread where the message has no room for them', async () => {
    const { calls, ports, state } = inMemoryDelivery(aChannel(), { head: manyResources() });
    state.resources = names;
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'reply message-1']);
    expect(calls[1]?.text).toContain('i-0\ni-1\n');
    expect(state.receipt?.revision).toBe(1);
  });

  it('does not post again when only the thread failed: the retry fills it', async () => {
    const { calls, fail, ports, state } = inMemoryDelivery(aChannel(), { head: manyResources() });
    state.resources = names;
    fail('reply', new RetryLaterError('Channel limits the rate'));
    await expect(deliverAlert(OUT, ports)).rejects.toThrow(RetryLaterError);
    expect(state.receipt).toMatchObject({ reference: 'message-1', revision: 0 });
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'reply message-1']);
    expect(calls[1]?.text).toContain('All resources:');
    expect(state.receipt).toMatchObject({ reference: 'message-1', revision: 1 });
  });

  it('marks an alert that is over before it is told', async () => {
    const { calls, ports } = inMemoryDelivery(aChannel(), { head: aHead(resolved) });
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'mark message-1']);
  });

  it('is silent towards a channel that may see no part of the alert', async () => {
    const unseen: Head['views'][] = [{}, { ops: aView({ parts: 0, standing: {} }) }];
    for (const views of unseen) {
      const { calls, ports, state } = inMemoryDelivery(aChannel(), { head: aHead({ views }) });
      await deliverAlert(OUT, ports);
      expect(calls).toEqual([]);
      expect(state.receipt).toBeUndefined();
    }
  });

  it.each([
    ['missing', undefined],
    ['older than the message', aHead()],
  ])('tries later where the head is %s', async (_name, head) => {
    const { calls, ports } = inMemoryDelivery(aChannel(), head ? { head } : {});
    await expect(deliverAlert({ ...OUT, revision: 2 }, ports)).rejects.toThrow(RetryLaterError);
    expect(calls).toEqual([]);
  });
});

describe('deliverAlert, later', () => {
  it('does nothing where the receipt covers the message', async () => {
    const { calls, ports, state } = told({ revision: 1 });
    const before = state.receipt;
    await deliverAlert(OUT, ports);
    expect(calls).toEqual([]);
    expect(state.receipt).toBe(before);
  });

  it('edits, then tells the thread what is new, then commits', async () => {
    const entries = [{ revision: 2, at, text: 'Two more instances.' }];
    const { calls, ports, state } = told({ ...renamed, entries });
    await deliverAlert(OUT, ports);
    expect(calls).toEqual([
      { did: 'edit message-1', text: 'full: open error EC2 is worse' },
      { did: 'reply message-1', text: 'Two more instances.' },
    ]);
    expect(state.receipt).toMatchObject({ revision: 2, edits: 1, reference: 'message-1' });
  });

  it('does not edit a message that would say the same, but still tells the thread', async () => {
    const { calls, ports, state } = inMemoryDelivery(aChannel(), { head: aHead() });
    await deliverAlert(OUT, ports);
    state.head = aHead({ revision: 2, entries: [{ revision: 2, at, text: 'Reminder: 2 days left.' }] });
    await deliverAlert({ ...OUT, revision: 2 }, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'reply message-1']);
    expect(state.receipt?.revision).toBe(2);
  });

  it('closes the first message, marks it and says so in its thread', async () => {
    const { calls, ports, state } = told(resolved);
    await deliverAlert(OUT, ports);
    expect(calls).toEqual([
      { did: 'edit message-1', text: 'full: resolved error EC2 instances unreachable' },
      { did: 'mark message-1', text: 'true' },
      { did: 'reply message-1', text: 'Resolved.' },
    ]);
    expect(state.receipt?.status).toBe('resolved');
  });

  it('takes the mark away when an alert is open again', async () => {
    const { calls, ports } = told({}, { status: 'resolved' });
    await deliverAlert(OUT, ports);
    expect(calls.slice(1)).toEqual([
      { did: 'mark message-1', text: 'false' },
      { did: 'reply message-1', text: 'Open again.' },
    ]);
  });

  it('puts an edit off once, and forgets that when it is made', async () => {
    const { calls, ports, state } = told(renamed, { edits: 1 });
    await deliverAlert(OUT, ports);
    const { receipt } = state;
    expect(receipt).toMatchObject({ revision: 1, owedAt: '2026-11-20T03:00:30.000Z', writes: 2 });
    await deliverAlert(OUT, ports);
    expect(state.receipt).toBe(receipt);
    expect(calls).toEqual([]);
    state.now = new Date('2026-11-20T03:00:30.000Z');
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['edit message-1']);
    expect(state.receipt?.owedAt).toBeUndefined();
  });

  it('wakes earlier than planned where the alert turned while the source flaps', async () => {
    const { ports, state } = told(resolved, { edits: 10, owedAt: '2026-11-20T04:00:00.000Z' });
    await deliverAlert(OUT, ports);
    expect(state.receipt?.owedAt).toBe('2026-11-20T03:10:00.000Z');
  });
});

describe('deliverAlert, when the product refuses', () => {
  it('sends a short message once where the full one is too large', async () => {
    const { calls, fail, ports, state } = inMemoryDelivery(aChannel(), { head: aHead() });
    fail('post', new TooLargeError('too large'));
    await deliverAlert(OUT, ports);
    expect(calls).toEqual([{ did: 'post', text: 'short: open error EC2 instances unreachable' }]);
    expect(state.receipt?.revision).toBe(1);
  });

  it('gives up for good where the short message is too large as well', async () => {
    const { fail, ports, state } = inMemoryDelivery(aChannel(), { head: aHead() });
    fail('post', new TooLargeError('too large'));
    fail('post', new TooLargeError('too large'));
    await expect(deliverAlert(OUT, ports)).rejects.toThrow(PermanentError);
    expect(state.receipt).toBeUndefined();
  });

  it('posts anew where the message was deleted, and goes on from there (Slack message_not_found)', async () => {
    const { calls, fail, ports, state } = told(resolved);
    fail('edit', new MessageGoneError('gone'));
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'mark message-1', 'reply message-1']);
    expect(state.receipt).toMatchObject({ reference: 'message-1', status: 'resolved', revision: 2 });
  });

  it('posts anew where only the thread finds out that the message was deleted', async () => {
    const entries = [{ revision: 2, at, text: 'Two more instances.' }];
    const { calls, fail, ports, state } = told({ ...renamed, entries }, { reference: 'deleted' });
    fail('reply', new MessageGoneError('gone'));
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['edit deleted', 'post', 'reply message-1']);
    expect(state.receipt).toMatchObject({ reference: 'message-1', revision: 2 });
  });

  it('does not repeat a successor when only its thread failed', async () => {
    const { calls, fail, ports } = told(resolved, { reference: 'deleted' });
    fail('edit', new MessageGoneError('gone'));
    fail('reply', new RetryLaterError('Channel limits the rate'));
    await expect(deliverAlert(OUT, ports)).rejects.toThrow(RetryLaterError);
    await deliverAlert(OUT, ports);
    expect(calls.filter(({ did }) => did === 'post')).toHaveLength(1);
    expect(calls.at(-1)).toEqual({ did: 'reply message-1', text: 'Resolved.' });
  });
});

describe('deliverAlert, to a channel without edits', () => {
  const followUp = (_card: unknown, lines: string[], since: string) => `since ${since}: ${lines.join(' ')}`;
  const plain = () => aChannel({ edit: undefined, reply: undefined, markResolved: undefined, followUp });

  it('follows up with what is new and keeps the first reference', async () => {
    const { calls, ports, state } = told(resolved, {}, plain());
    await deliverAlert(OUT, ports);
    expect(calls).toEqual([{ did: 'post', text: `since ${at}: Resolved.` }]);
    expect(state.receipt?.reference).toBe('message-1');
  });

  it('follows up with a reminder though the message would say the same', async () => {
    const { calls, ports, state } = inMemoryDelivery(plain(), { head: aHead() });
    await deliverAlert(OUT, ports);
    state.head = aHead({ revision: 2, entries: [{ revision: 2, at, text: 'Reminder: 2 days left.' }] });
    await deliverAlert(OUT, ports);
    expect(calls[1]?.text).toBe(`since ${at}: Reminder: 2 days left.`);
    state.head = aHead({ revision: 3 });
    state.now = new Date(NOW.getTime() + 7_200_000);
    await deliverAlert(OUT, ports);
    expect(calls).toHaveLength(2);
  });

  it('sends each revision whole where there is no follow-up either', async () => {
    const channel = aChannel({ edit: undefined, reply: undefined, markResolved: undefined });
    const { calls, ports } = told(renamed, {}, channel);
    await deliverAlert(OUT, ports);
    expect(calls).toEqual([{ did: 'post', text: 'full: open error EC2 is worse' }]);
  });
});
