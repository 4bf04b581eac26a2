import { expect, test } from 'vitest';
import { NotSubscribedError } from '#lambdas/health-reconcile/health-errors.ts';
import { receiveMessage } from '#lambdas/health-reconcile/receive-message.ts';
import { ReconcileMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import { aReconcile } from './a-reconcile.ts';
import { ARN, anApiEvent, UPDATED } from './an-api-event.ts';

const PARTS: ReconcileMessage = { kind: 'parts', arn: ARN, parts: ['111122223333'] };
const EVENT: ReconcileMessage = { kind: 'event', arn: ARN, isPublic: false, updatedAt: UPDATED };

test('from the schedule to what health-alerts reads, by the capability’s own queue', async () => {
  const reconcile = aReconcile({
    events: [anApiEvent()],
    parts: ['111122223333'],
    details: { '111122223333': { event: anApiEvent(), description: 'Something fails.' } },
    entities: { '111122223333': [] },
  });
  reconcile.begin({ reconciledUntil: '2026-11-21T09:00:00.000Z' });
  await receiveMessage({ kind: 'sweep' }, reconcile.ports);
  for (const message of reconcile.sent) {
    await receiveMessage(ReconcileMessage.parse(JSON.parse(JSON.stringify(message))), reconcile.ports);
  }

  expect(reconcile.sent.map(({ kind }) => kind)).toEqual(['event', 'parts']);
  expect(reconcile.relayed).toHaveLength(1);
});

test.each([EVENT, PARTS])(
  'a plan that ended after the sweep leaves the rest to the next one',
  async (message) => {
    const { ports, failWith, relayed } = aReconcile();
    failWith(new NotSubscribedError('The support plan has no Health API'));
    await receiveMessage(message, ports);

    expect(relayed).toEqual([]);
  },
);

test.each([EVENT, PARTS])('any other failure is told to the queue', async (message) => {
  const { ports, failWith } = aReconcile();
  failWith(new Error('throttled'));
  await expect(receiveMessage(message, ports)).rejects.toThrow('throttled');
});
