import { describe, expect, test } from 'vitest';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { toCard } from '#lambdas/chat-delivery/card.ts';
import { renderFollowUp } from '#lambdas/chat-delivery/slack/render-reply.ts';
import { renderSlack } from '#lambdas/chat-delivery/slack/render-slack.ts';
import { renderWebhook } from '#lambdas/chat-delivery/webhook/signed-webhook.ts';
import { Observation } from '#lambdas/contracts/observation.ts';
import type { CaseChange } from '#lambdas/contracts/support/case-change.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { changesOf, type ThreadNews } from '#lambdas/support-cases/tell/changes-of.ts';
import { remindersDue } from '#lambdas/support-cases/tell/reminders-due.ts';
import { toObservation } from '#lambdas/support-cases/tell/to-observation.ts';
import { blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { aCase, aContext, afterHours, PERMIT, RULES, SHOP } from './a-case.ts';

const SETTINGS = {
  routes: [{ name: 'support', when: { sources: ['support'] }, channels: ['ops'], owner: true }],
  mutes: [],
  owners: { commerce: 'commerce' },
};
const NO_NEWS: ThreadNews = { added: [], edited: 0 };
const aws = (hours: number): ThreadNews => ({ added: [{ at: afterHours(hours), from: 'aws' }], edited: 0 });
const us = (hours: number): ThreadNews => ({
  added: [{ at: afterHours(hours), from: 'customer' }],
  edited: 0,
});

/** A case that goes from reading to reading, and the desk that hears of it. */
function aDesk(account = SHOP) {
  let now = new Date(0);
  let row: CaseRow | undefined;
  const ledger = inMemoryLedger(SETTINGS, () => now);
  const tell = async (next: CaseRow, changes: CaseChange[], hours: number) => {
    now = new Date(afterHours(hours));
    row = next;
    const observation = toObservation(next, changes, aContext(account));
    await receiveObservations([Observation.parse(observation)], ledger.ports);
    return observation;
  };
  const head = () => ledger.heads()[0] ?? expect.fail('Nothing was told');
  const card = (channel = 'ops') =>
    toCard(head(), head().views[channel] ?? expect.fail('Not told there'), now);
  return {
    heads: ledger.heads,
    card,
    lines: () => head().entries.map(({ text }) => text),
    repeat: async () => receiveObservations([toObservation(row ?? aCase(), [], aContext())], ledger.ports),
    read: (hours: number, changed: Partial<CaseRow> = {}, news: ThreadNews = NO_NEWS) => {
      const next = aCase({ ...row, ...changed, readAt: afterHours(hours), version: (row?.version ?? 0) + 1 });
      return tell(next, changesOf(row, next, news), hours);
    },
    remind: (hours: number) => {
      const due = remindersDue(row ?? aCase(), RULES, new Date(afterHours(hours)));
      return tell(aCase({ ...row, version: (row?.version ?? 0) + 1 }), due, hours);
    },
    /** As each kind of channel shows it. */
    rendered: () => {
      const slack = renderSlack(card(), 'full');
      expect(blocksRefusal(slack.blocks)).toBeUndefined();
      return {
        slack,
        followUp: renderFollowUp(
          card(),
          head()
            .entries.map(({ text }) => text)
            .slice(-1),
          afterHours(0),
        ),
        webhook: JSON.parse(renderWebhook(card(), 'full')) as object,
      };
    },
  };
}

const WAITS = { status: 'pending-customer-action', waitingSince: afterHours(3) };
const ENDS = { status: 'resolved', resolvedAt: afterHours(50), waitingSince: undefined, waitedMs: 3_600_000 };

describe('one case is one message', () => {
  test('that follows it from the first day to the last, and its thread says each step once', async () => {
    const desk = aDesk();
    await desk.read(0.1, {}, us(0));
    await desk.remind(4);
    await desk.read(5, { status: 'work-in-progress', firstAnswerAt: afterHours(5) }, aws(5));
    await desk.read(6, { ...WAITS, waitingSince: afterHours(6) }, aws(6));
    await desk.remind(30);
    await desk.read(31, { status: 'customer-action-completed', waitingSince: undefined }, us(31));
    await desk.read(32, { permits: [PERMIT] });
    await desk.read(33, { permits: [{ ...PERMIT, status: 'ACCEPTED' }] }, { added: [], edited: 2 });
    await desk.read(50, ENDS);
    await desk.remind(50 + 13 * 24);
    await desk.read(370, { status: 'reopened', resolvedAt: undefined }, us(370));

    expect(desk.heads()).toHaveLength(1);
    expect(desk.lines()).toMatchSnapshot();
    expect(desk.card()).toMatchObject({ status: 'open', severity: 'error' });
    expect(desk.card('commerce').title).toBe(desk.card('ops').title);
  });

  test.each<[string, Partial<CaseRow>, ThreadNews]>([
    ['created', {}, us(0)],
    ['answered by AWS', { status: 'work-in-progress', firstAnswerAt: afterHours(1), messages: 2 }, aws(1)],
    ['answered by AWS too late', { status: 'work-in-progress', firstAnswerAt: afterHours(5) }, aws(5)],
    ['waiting for us', { ...WAITS, firstAnswerAt: afterHours(3), severity: 'low', messages: 4 }, aws(3)],
    ['with a request of AWS to see data', { permits: [PERMIT] }, NO_NEWS],
    ['in a status that nobody knows', { status: 'pending-amazon-action', severity: 'extreme' }, NO_NEWS],
    ['withheld', { ...WAITS, withheld: 'security', subject: '' }, aws(3)],
    ['resolved', { ...ENDS, firstAnswerAt: afterHours(1), messages: 9 }, NO_NEWS],
    ['resolved without an answer', ENDS, NO_NEWS],
  ])('%s', async (_name, changed, news) => {
    const desk = aDesk();
    await desk.read(0.1, {}, us(0));
    await desk.read(6, { ...changed, newest: { key: 'm2', at: afterHours(6), from: 'aws' } }, news);

    expect(desk.rendered()).toMatchSnapshot();
  });

  test('told again by the same reading, it is no news', async () => {
    const desk = aDesk();
    await desk.read(0.1, {}, us(0));
    await desk.repeat();

    expect(desk.heads()[0]?.revision).toBe(1);
    expect(desk.lines()).toEqual([]);
  });

  test('that changes to a status without a word of its own is renewed without a line', async () => {
    const desk = aDesk();
    await desk.read(0.1, {}, us(0));
    await desk.read(1, { status: 'work-in-progress' });

    expect(desk.card().summary).toContain('Status: in progress at AWS.');
    expect(desk.lines()).toEqual([]);
  });
});

test('a case that was there before Reeve looked is told in full with its next change', async () => {
  const desk = aDesk();
  await desk.read(9, { ...WAITS, isBaseline: true, subject: 'Old trouble' }, aws(9));

  expect(desk.card()).toMatchObject({ title: 'AWS waits for us: Old trouble', status: 'open' });
});

test('an account without a name, an OU or an owner is told by its number', async () => {
  const desk = aDesk({ id: SHOP.id, tags: {} });
  const told = await desk.read(0.1, {}, us(0));

  expect(told.links[0]?.label).toBe(`Open the case, signed in to ${SHOP.id}`);
  expect(told.labels).not.toHaveProperty('ou');
  expect(told.owner).toBeUndefined();
});
