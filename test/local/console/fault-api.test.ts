import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

type Content = { messages?: { deleted: boolean }[]; deliveries?: unknown[] };

const VISIBILITY_MS = 13 * 60_000;

let console: AConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

const shown = async (name: string) => {
  const { messages, deliveries } = await console.ask<Content>('/api/channel', { name });
  return messages?.filter(({ deleted }) => !deleted) ?? deliveries ?? [];
};
const later = () => console.tell('/api/clock/advance', { milliseconds: VISIBILITY_MS });
const crashes = () => console.cloud.journal.steps.filter(({ text }) => text.includes('was killed')).length;
/** A new message in the channels that hear of everything. */
const somethingNew = async () => {
  await console.tell('/api/stories/restart', { story: 'unknown-category' });
  await console.replay('unknown-category');
};

describe('a fault', () => {
  it.each(['rate_limited', 'server_error', 'ok_false'])(
    '%s of Slack delays a message and loses none',
    async (fault) => {
      const [ops, audit] = [await shown('ops'), await shown('audit')];
      await console.tell('/api/faults/slack', { channel: 'ops', fault, times: 1 });
      await somethingNew();
      expect(await shown('audit')).toHaveLength(audit.length + 1);
      expect(await shown('ops')).toHaveLength(ops.length);
      await later();
      expect(await shown('ops')).toHaveLength(ops.length + 1);
    },
  );

  it('of a receiver delays a delivery and loses none', async () => {
    const audit = await shown('audit');
    await console.tell('/api/faults/receiver', { channel: 'audit', status: 503, times: 1 });
    await somethingNew();
    expect(await shown('audit')).toHaveLength(audit.length);
    await later();
    expect(await shown('audit')).toHaveLength(audit.length + 1);
  });

  it('is refused for a channel that cannot have it', async () => {
    const fault = { channel: 'audit', fault: 'server_error', times: 1 };
    await expect(console.tell('/api/faults/slack', fault)).rejects.toThrow(/no Slack channel named audit/);
    await expect(
      console.tell('/api/faults/receiver', { channel: 'ops', status: 500, times: 1 }),
    ).rejects.toThrow(/no webhook receiver named ops/);
  });
});

describe('a crash between send and commit', () => {
  it.each(['ops', 'payments', 'audit'])(
    'repeats a message of %s at most once and loses none',
    async (channel) => {
      const before = await shown(channel);
      const crashed = crashes();
      await console.tell('/api/faults/crash', { channel });
      await somethingNew();
      expect(crashes()).toBe(crashed + 1);
      expect(await shown(channel)).toHaveLength(before.length + 1);
      await later();
      const repeated = (await shown(channel)).length - before.length;
      expect(repeated).toBeGreaterThanOrEqual(1);
      expect(repeated).toBeLessThanOrEqual(2);
      expect(crashes()).toBe(crashed + 1);
    },
  );
});

describe('a channel', () => {
  it('loses its last message on request', async () => {
    const before = await shown('ops');
    await console.tell('/api/faults/delete-last', { channel: 'ops' });
    expect(await shown('ops')).toHaveLength(before.length - 1);
    await expect(console.tell('/api/faults/delete-last', { channel: 'security' })).rejects.toThrow(
      /no message/,
    );
  });

  it('that is archived sends what it is told to the dead letters', async () => {
    const before = await shown('payments');
    await console.tell('/api/faults/archive', { channel: 'payments' });
    await somethingNew();
    await later();
    expect(await shown('payments')).toHaveLength(before.length);
    const queues = await console.ask<{ queue: string; count: number }[]>('/api/dead-letters');
    expect(queues.find(({ queue }) => queue.includes('Outbox'))).toMatchObject({ count: 1 });
  });
});
