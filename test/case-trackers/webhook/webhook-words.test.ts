import { expect, test } from 'vitest';
import { webhookWords } from '#lambdas/case-trackers/webhook/webhook-words.ts';
import { aMessage, aView } from '../a-view.ts';

const read = (text: string) => JSON.parse(text) as Record<string, unknown>;

test('an event names its case by text, which keeps fifteen digits (Gregy/aws-support-cases-exporter)', () => {
  const events = [
    webhookWords.item(aView()).body,
    webhookWords.change(aView()),
    webhookWords.notes(aView())[0]?.text ?? '',
    webhookWords.state(aView()),
    webhookWords.withdrawn('k1', aView()),
  ].map(read);

  for (const event of events) {
    expect(event).toMatchObject({
      schemaVersion: 1,
      accountId: '111122223333',
      displayId: '176962049400621',
    });
  }
  expect(events.map(({ event }) => event)).toEqual([
    'case.opened',
    'case.changed',
    'case.message',
    'case.status',
    'case.message-withdrawn',
  ]);
});

test('a message is the same event whatever becomes of the status, or of the name of the account', () => {
  const one = webhookWords.notes(aView({ status: 'unassigned', state: 'to-do' }));

  expect(webhookWords.notes(aView({ status: 'resolved', state: 'done' }))).toEqual(one);
  expect(webhookWords.notes(aView({ accountName: 'another name', status: 'unassigned' }))).toEqual(one);
});

test('no event is larger than a receiver has to take', () => {
  const messages = [aMessage({}, '語'.repeat(50_000)), aMessage({ key: 'k2' }, '"\n'.repeat(20_000))];

  for (const { text } of webhookWords.notes(aView({ messages }))) {
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
  }
});
