import { describe, expect, test } from 'vitest';
import { handleDue } from '#lambdas/alert-desk/handle-due.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { toCard } from '#lambdas/chat-delivery/card.ts';
import { renderSlack } from '#lambdas/chat-delivery/slack/render-slack.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { aCause, anAnomalyEvent, observed, PAYMENTS, SHOP } from './an-anomaly.ts';

const SETTINGS = {
  routes: [{ name: 'everything', when: {}, channels: ['ops'], owner: true }],
  mutes: [],
  owners: { payments: 'payments', shop: 'shop' },
};
const ACCOUNTS = [
  { id: PAYMENTS, name: 'payments-prod', owner: 'payments', tags: {} },
  { id: SHOP, name: 'shop-dev', owner: 'shop', tags: {} },
];

/** A desk that hears of anomalies at the time of their events. */
function aDesk() {
  let now = new Date(0);
  const ledger = inMemoryLedger(SETTINGS, () => now);
  const seen = (channel: string) => {
    const [head] = ledger.heads();
    const view = head?.views[channel];
    if (!head || !view) throw new Error('The channel was told nothing');
    return toCard(head, view, now);
  };
  return {
    ledger,
    seen,
    slack: (channel: string) => renderSlack(seen(channel), 'full'),
    entries: () => ledger.heads()[0]?.entries.map(({ text }) => text),
    hear: async (detail: Record<string, unknown>, time: string) => {
      now = new Date(time);
      const observations = await observed(anAnomalyEvent(detail, { time }), ACCOUNTS);
      await receiveObservations(observations, ledger.ports);
      return observations;
    },
    receive: (observations: Observation[]) => receiveObservations(observations, ledger.ports),
    pass: async (time: string) => {
      now = new Date(time);
      const [head] = ledger.heads();
      if (head) await handleDue({ kind: 'due', key: head.key, scope: head.key }, ledger.ports);
    },
  };
}

const GROWN = {
  anomalyEndDate: '2026-11-21T00:00:00Z',
  impact: { totalActualSpend: 2400, totalExpectedSpend: 300, totalImpact: 2100, totalImpactPercentage: 700 },
  rootCauses: [aCause({}, 2000)],
};

test('what grows is the same alert with new figures, its news in the thread once', async () => {
  const desk = aDesk();
  await desk.hear({}, '2026-11-21T06:10:00Z');
  await desk.hear(GROWN, '2026-11-22T06:10:00Z');

  expect(desk.ledger.heads()).toHaveLength(1);
  expect(desk.seen('ops')).toMatchObject({
    status: 'open',
    severity: 'error',
    title: 'Cost anomaly: Amazon Elastic Compute Cloud - Compute, $2,100.00 above expected',
  });
  expect(desk.entries()).toEqual(['Spent $2,400.00 where $300.00 was expected (+700%).']);
});

test('the same anomaly with the same impact, told again, is no news', async () => {
  const desk = aDesk();
  const observations = await desk.hear({}, '2026-11-21T06:10:00Z');
  const { revision } = desk.ledger.heads()[0] ?? {};
  await desk.receive(observations);
  await desk.hear({ anomalyScore: { currentScore: 0.1 } }, '2026-11-21T06:10:00Z');

  expect(desk.ledger.heads()[0]?.revision).toBe(revision);
  expect(desk.entries()).toEqual([]);
});

test('an older event after a newer one changes nothing; of one second the larger impact stands', async () => {
  const desk = aDesk();
  await desk.hear(GROWN, '2026-11-22T06:10:00Z');
  await desk.hear({ rootCauses: GROWN.rootCauses }, '2026-11-21T06:10:00Z');
  await desk.hear({ rootCauses: GROWN.rootCauses }, '2026-11-22T06:10:00Z');

  expect(desk.seen('ops').title).toContain('$2,100.00');
});

describe('each owner', () => {
  test('sees the causes in their own account and no other', async () => {
    const desk = aDesk();
    await desk.hear({}, '2026-11-21T06:10:00Z');

    expect(JSON.stringify(desk.slack('payments'))).not.toMatch(/shop-dev|t3\.large/);
    expect(JSON.stringify(desk.slack('shop'))).not.toMatch(/payments-prod|m5\.4xlarge/);
    expect(JSON.stringify(desk.slack('ops'))).toMatch(/m5\.4xlarge.*t3\.large/);
  });
});

describe('the end', () => {
  test('comes when no later day was told of', async () => {
    const desk = aDesk();
    await desk.hear({}, '2026-11-21T06:10:00Z');
    await desk.pass('2026-11-23T23:59:00Z');
    expect(desk.seen('shop').status).toBe('open');
    await desk.pass('2026-11-24T00:00:00Z');

    expect([desk.seen('ops').status, desk.seen('shop').status]).toEqual(['resolved', 'resolved']);
    expect(desk.entries()).toEqual(['No news for long; counted as over.']);
  });

  test('comes with an event that tells of quiet days, for accounts too that it does not name', async () => {
    const desk = aDesk();
    await desk.hear({}, '2026-11-21T06:10:00Z');
    await desk.hear(GROWN, '2026-11-25T06:10:00Z');

    expect([desk.seen('ops').status, desk.seen('shop').status]).toEqual(['resolved', 'resolved']);
    expect(desk.seen('shop').title).toContain('$2,100.00');
  });

  test('is taken back when the anomaly goes on', async () => {
    const desk = aDesk();
    await desk.hear({}, '2026-11-21T06:10:00Z');
    await desk.pass('2026-11-24T00:00:00Z');
    await desk.hear({ ...GROWN, anomalyEndDate: '2026-11-24' }, '2026-11-25T06:10:00Z');

    expect(desk.seen('ops').status).toBe('open');
  });
});

test('the message in Slack', async () => {
  const desk = aDesk();
  await desk.hear({}, '2026-11-21T06:10:00Z');

  expect(blocksRefusal(desk.slack('ops').blocks)).toBeUndefined();
  expect(desk.slack('ops')).toMatchSnapshot();
});

test('the message to one owner in Slack, when it is over', async () => {
  const desk = aDesk();
  await desk.hear({}, '2026-11-21T06:10:00Z');
  await desk.hear(GROWN, '2026-11-25T06:10:00Z');

  expect(blocksRefusal(desk.slack('payments').blocks)).toBeUndefined();
  expect(desk.slack('payments')).toMatchSnapshot();
});
