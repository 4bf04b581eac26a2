import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

type Channel = { messages: { editedAt?: number; reactions: { name: string }[]; replies: unknown[] }[] };
type Receiver = { deliveries: { body: { type: string } }[] };
type DeadLetters = {
  queue: string;
  count: number;
  alarms: { description: string; ringing: boolean }[];
  messages: { excerpt: string }[];
};
type Alert = { title: string; status: string; channels: { name: string; revision?: number }[] };

let console: AConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

const channel = async (name: string) => (await console.ask<Channel>('/api/channel', { name })).messages;
const deadLetters = async () => {
  const queues = await console.ask<DeadLetters[]>('/api/dead-letters');
  return queues.find(({ queue }) => queue.includes('HealthAlerts'));
};

describe('replaying a story', () => {
  it('posts, edits with the news in the thread, and closes', async () => {
    await console.replay('ec2-issue');
    expect(await channel('ops')).toMatchObject([{ replies: [], reactions: [] }]);
    await console.replay('ec2-issue');
    expect(await channel('ops')).toMatchObject([{ editedAt: expect.any(Number) as unknown, replies: [{}] }]);
    await console.replay('ec2-issue');
    expect(await channel('ops')).toMatchObject([{ reactions: [{ name: 'white_check_mark' }] }]);
    const { deliveries } = await console.ask<Receiver>('/api/channel', { name: 'audit' });
    expect(deliveries.map(({ body }) => body.type).at(-1)).toMatch(/resolved$/);
    await expect(console.tell('/api/stories/next', { story: 'ec2-issue' })).rejects.toThrow(
      /409 .*start it over/,
    );
  });

  it('leaves the alert in the ledger with what each channel was told', async () => {
    const alerts = await console.ask<Alert[]>('/api/ledger');
    expect(alerts).toMatchObject([{ status: 'resolved', title: expect.stringContaining('EC2') as unknown }]);
    expect(alerts[0]?.channels.map(({ name, revision }) => [name, revision])).toEqual([
      ['audit', 3],
      ['ops', 3],
    ]);
  });

  it('of a muted type tells nobody', async () => {
    const before = await channel('ops');
    await console.replay('muted-vpn');
    expect(await channel('ops')).toEqual(before);
    const [newest] = await console.ask<Alert[]>('/api/ledger');
    expect(newest).toMatchObject({ title: expect.stringContaining('VPN') as unknown, channels: [] });
  });

  it('of a backup copy and its original makes one message', async () => {
    const before = (await channel('ops')).length;
    await console.replay('backup-copy');
    await console.replay('backup-copy');
    expect(await channel('ops')).toHaveLength(before + 1);
  });
});

describe('an event of one’s own', () => {
  it('takes the same way', async () => {
    const before = (await channel('ops')).length;
    const { event } = await console.ask<{ event: object }>('/api/stories/event', { story: 'public-issue' });
    await console.tell('/api/events', { text: JSON.stringify(event) });
    await console.cloud.settled();
    expect(await channel('ops')).toHaveLength(before + 1);
  });

  it('is refused with the reason when it cannot be read', async () => {
    await expect(console.tell('/api/events', { text: '{"a":' })).rejects.toThrow(/400 Not JSON/);
  });
});

describe('a dead letter', () => {
  it('is shown with the alarm that rings for it, and comes back when its cause is not mended', async () => {
    expect(await deadLetters()).toMatchObject({ count: 0, alarms: [{ ringing: false }] });
    await console.replay('unreadable-event');
    const found = await deadLetters();
    expect(found).toMatchObject({
      count: 1,
      alarms: [{ ringing: true, description: expect.any(String) as unknown }],
    });
    expect(found?.messages[0]?.excerpt).toContain('some time yesterday');
    expect(found?.messages[0]?.excerpt.length).toBeLessThanOrEqual(200);

    const { queue } = found ?? {};
    expect(await console.tell('/api/dead-letters/redrive', { queue })).toEqual({ moved: 1 });
    await console.cloud.settled();
    expect(await deadLetters()).toMatchObject({ count: 1 });
  });
});

describe('the clock and the schedules', () => {
  it('move together', async () => {
    const [schedule] = await console.ask<{ name: string; nextAt: number }[]>('/api/schedules');
    const { now } = await console.tell<{ now: number }>('/api/clock/advance', { milliseconds: 3_600_000 });
    const [later] = await console.ask<{ name: string; nextAt: number }[]>('/api/schedules');
    expect(now).toBeGreaterThan(schedule?.nextAt ?? Infinity);
    expect(later?.nextAt).toBeGreaterThan(now);
  });

  it('show what all members have alike as one, which runs for all of them', async () => {
    type Line = { name: string; label: string; does: string };
    const lines = await console.ask<Line[]>('/api/schedules');
    const heartbeats = lines.filter(({ label }) => label === 'heartbeat daily');
    expect(heartbeats).toMatchObject([
      {
        does: expect.stringMatching(
          /^puts Heartbeat on the default bus of .*, \d+ others likewise$/,
        ) as string,
      },
    ]);
    const before = console.cloud.journal.steps.length;
    await console.tell('/api/schedules/run', { name: heartbeats[0]?.name });
    await console.cloud.settled();
    const put = console.cloud.journal.steps
      .slice(before)
      .filter(({ text }) => text.includes(' puts Heartbeat '));
    const members = console.cloud.estate.schedules.filter(({ event }) => event?.detailType === 'Heartbeat');
    expect(put).toHaveLength(members.length);
  });

  it('need not wait for each other', async () => {
    const [schedule] = await console.ask<{ name: string }[]>('/api/schedules');
    expect(await console.tell('/api/schedules/run', { name: schedule?.name })).toMatchObject({
      status: 'ok',
    });
    await expect(console.tell('/api/schedules/run', { name: 'x' })).rejects.toThrow(/404/);
  });
});
