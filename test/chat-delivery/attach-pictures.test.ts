import { describe, expect, it } from 'vitest';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aContent, aHead } from './a-head.ts';
import { aChannel, inMemoryDelivery } from './in-memory-delivery.ts';

const OUT = { key: 'health/kd8', channel: 'ops', revision: 1 };
const CHART = { title: 'Daily costs', alt: 'Bars by day', bucket: 'reports', key: 'exports/chart.png' };
const withChart = () => aHead({ content: aContent({ attachments: [CHART] }) });

describe('the pictures of an alert', () => {
  it('follow its message into the thread, once', async () => {
    const { calls, ports, state } = inMemoryDelivery(aChannel(), { head: withChart() });
    await deliverAlert(OUT, ports);
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'attach message-1']);
    expect(calls[1]?.text).toBe('Daily costs: reports/exports/chart.png');
    expect(state.receipt).toMatchObject({ revision: 1, attached: true });
  });

  it('are not sent again with an update', async () => {
    const { calls, ports, state } = inMemoryDelivery(aChannel(), { head: withChart() });
    await deliverAlert(OUT, ports);
    state.head = aHead({ revision: 2, content: aContent({ title: 'Worse', attachments: [CHART] }) });
    await deliverAlert({ ...OUT, revision: 2 }, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post', 'attach message-1', 'edit message-1']);
  });

  it('are tried again after an outage, while the message is not posted twice', async () => {
    const { calls, fail, ports } = inMemoryDelivery(aChannel(), { head: withChart() });
    fail('attach', new RetryLaterError('Slack cannot take a picture now'));
    await expect(deliverAlert(OUT, ports)).rejects.toThrow(RetryLaterError);
    await deliverAlert(OUT, ports);
    expect(calls.filter(({ did }) => did === 'post')).toHaveLength(1);
    expect(calls.filter(({ did }) => did.startsWith('attach'))).toHaveLength(1);
  });

  it('hold nothing up where they can never be shown: a scope that the bot lacks is told to who looks after it', async () => {
    const { fail, ports, state } = inMemoryDelivery(aChannel(), { head: withChart() });
    fail('attach', new PermanentError('Slack refused: the bot token lacks a scope'));
    await deliverAlert(OUT, ports);
    expect(state.receipt?.revision).toBe(1);
    expect(state.unshown).toEqual(['Slack refused: the bot token lacks a scope']);
  });

  it('are left to the links where a product takes none', async () => {
    const channel = aChannel({ attach: undefined });
    const { calls, ports, state } = inMemoryDelivery(channel, { head: withChart() });
    await deliverAlert(OUT, ports);
    expect(calls.map(({ did }) => did)).toEqual(['post']);
    expect(state.receipt?.attached).toBeUndefined();
  });
});
