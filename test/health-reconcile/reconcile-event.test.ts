import { describe, expect, test } from 'vitest';
import { alertKeyOf } from '#lambdas/health-alerts/alert-key.ts';
import { reconcileEvent } from '#lambdas/health-reconcile/reconcile-event.ts';
import type { EventMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import { relayParts } from '#lambdas/health-reconcile/relay-parts.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';
import { aPartProgress } from './a-part-progress.ts';
import { aReconcile } from './a-reconcile.ts';
import { ARN, anApiEvent, UPDATED } from './an-api-event.ts';

const MESSAGE: EventMessage = { kind: 'event', arn: ARN, isPublic: false, updatedAt: UPDATED };
const [FIRST, SECOND, THIRD] = ['111122223333', '444455556666', '777788889999'] as const;
const described = (description: string, updatedAt = UPDATED) => ({
  event: anApiEvent({ lastUpdatedTime: new Date(updatedAt) }),
  description,
});

describe('an event', () => {
  test('is fetched for the accounts that the ledger lacks or has older, and for no other', async () => {
    const { ports, known, sent } = aReconcile({ parts: [FIRST, SECOND, THIRD] });
    known.set(FIRST, aPartProgress(FIRST, UPDATED));
    known.set(SECOND, aPartProgress(SECOND, UPDATED - 3_600_000));
    await reconcileEvent(MESSAGE, ports);

    expect(sent).toEqual([{ kind: 'parts', arn: ARN, parts: [SECOND, THIRD] }]);
  });

  test('of thousands of accounts is fetched fifty accounts at a time', async () => {
    const parts = Array.from({ length: 120 }, (_, index) => String(100_000_000_000 + index));
    const { ports, sent } = aReconcile({ parts });
    await reconcileEvent(MESSAGE, ports);

    expect(sent.map((message) => message.kind === 'parts' && message.parts.length)).toEqual([50, 50, 20]);
  });

  test('that is public has one part, which nobody is asked for', async () => {
    const { ports, asked, sent } = aReconcile();
    await reconcileEvent({ ...MESSAGE, isPublic: true }, ports);

    expect(asked).toEqual([]);
    expect(sent).toEqual([{ kind: 'parts', arn: ARN, parts: ['public'] }]);
  });

  test.each([
    ['that concerns no account any more', []],
    ['that the ledger knows as it is', [FIRST]],
  ])('%s is left alone', async (_what, parts) => {
    const { ports, known, sent } = aReconcile({ parts });
    known.set(FIRST, aPartProgress(FIRST, UPDATED));
    await reconcileEvent(MESSAGE, ports);

    expect(sent).toEqual([]);
  });
});

describe('its parts', () => {
  test('go to health-alerts, each account with its own words and resources', async () => {
    const { ports, relayed } = aReconcile({
      details: { [FIRST]: described('for the first'), [SECOND]: described('for the second') },
      entities: { [FIRST]: [{ entityValue: 'i-1' }], [SECOND]: [{ entityValue: 'i-2' }] },
    });
    await relayParts({ kind: 'parts', arn: ARN, parts: [FIRST, SECOND] }, ports);

    const shares = relayed.map(({ account, detail }) => ({
      account,
      affected: detail.affectedAccount,
      words: detail.eventDescription[0]?.latestDescription,
      resources: detail.affectedEntities.map(({ entityValue }) => entityValue),
    }));
    expect(shares).toEqual([
      { account: FIRST, affected: FIRST, words: 'for the first', resources: ['i-1'] },
      { account: SECOND, affected: SECOND, words: 'for the second', resources: ['i-2'] },
    ]);
  });

  test('that turn out to be known are not fetched further', async () => {
    const older = described('for the first', UPDATED - 3_600_000);
    const { ports, known, asked, relayed } = aReconcile({ details: { [FIRST]: older } });
    known.set(FIRST, aPartProgress(FIRST, UPDATED - 3_600_000));
    await relayParts({ kind: 'parts', arn: ARN, parts: [FIRST] }, ports);

    expect(asked.at(-1)).toEqual(['listEntities', ARN, []]);
    expect(relayed).toEqual([]);
  });

  test('that AWS does not tell of are reported, and the rest goes on', async () => {
    const { ports, relayed, reported } = aReconcile({
      details: { [FIRST]: described('for the first'), [SECOND]: described('for the second') },
      entities: { [FIRST]: [] },
      errors: ['EventNotFound'],
      entityErrors: ['EventNotFound', 'Internal'],
    });
    await relayParts({ kind: 'parts', arn: ARN, parts: [FIRST, SECOND, THIRD] }, ports);

    expect(relayed.map(({ account }) => account)).toEqual([FIRST]);
    expect(reported).toEqual([
      { eventArn: ARN, parts: [THIRD, SECOND], errors: ['EventNotFound', 'Internal'] },
    ]);
  });

  test('of a public event need no resources', async () => {
    const event = anApiEvent({ eventScopeCode: 'PUBLIC' });
    const { ports, relayed, asked } = aReconcile({ details: { public: { event, description: 'for all' } } });
    await relayParts({ kind: 'parts', arn: ARN, parts: ['public'] }, ports);

    expect(relayed).toMatchObject([
      { account: '222233334444', detail: { eventScopeCode: 'PUBLIC', affectedEntities: [] } },
    ]);
    expect(relayed[0]?.detail.affectedAccount).toBeUndefined();
    expect(asked.at(-1)).toEqual(['listEntities', ARN, []]);
  });
});

test('an event whose ARN names no more than its type is looked up in the ledger by its start', async () => {
  const arn = 'arn:aws:health:eu-west-1::event/EC2/AWS_EC2_API_ISSUE';
  const event = anApiEvent({ arn });
  const startedAt = event.startTime?.getTime();
  const keys = new Set<string>();
  const knownParts = async (key: string) => {
    keys.add(key);
    return new Map();
  };
  const { ports } = aReconcile({ details: { [FIRST]: { event, description: '' } } }, { knownParts });
  await reconcileEvent({ ...MESSAGE, arn, typeCode: 'AWS_EC2_API_ISSUE', startedAt }, ports);
  await relayParts({ kind: 'parts', arn, parts: [FIRST] }, ports);

  const twin = aReadEvent({
    eventArn: arn,
    eventTypeCode: 'AWS_EC2_API_ISSUE',
    startTime: event.startTime?.toUTCString(),
  });
  expect([...keys]).toEqual([alertKeyOf(twin)]);
});
