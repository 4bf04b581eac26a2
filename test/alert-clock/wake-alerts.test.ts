import { expect, it } from 'vitest';
import { type ClockPorts, wakeAlerts } from '#lambdas/alert-clock/wake-alerts.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

function ports(over: Partial<ClockPorts> = {}) {
  const woken: unknown[] = [];
  const all: ClockPorts = {
    async *listDue() {
      yield { key: 'health/a', scope: 'scope-a', dueAt: 10 };
    },
    async *listOwed() {
      yield { key: 'health/b', channel: 'ops', revision: 4, owedAt: 20 };
      yield { key: 'health/c', channel: 'team', revision: 2, owedAt: 30 };
    },
    wakeDesk: async (...args) => void woken.push(args),
    wakeDelivery: async (...args) => void woken.push(args),
    now: () => NOW,
    ...over,
  };
  return { all, woken };
}

it('wakes the desk for what is due and chat-delivery for what is owed', async () => {
  const { all, woken } = ports();
  expect(await wakeAlerts(all)).toEqual({ due: 1, owed: 2 });
  expect(woken).toEqual([
    [{ kind: 'due', key: 'health/a', scope: 'scope-a' }, 10],
    [{ key: 'health/b', channel: 'ops', revision: 4 }, 20],
    [{ key: 'health/c', channel: 'team', revision: 2 }, 30],
  ]);
});

it('asks for one moment only, so that a long run does not chase the clock', async () => {
  const asked: Date[] = [];
  const { all } = ports({
    async *listDue(now) {
      asked.push(now);
      yield* [];
    },
    async *listOwed(now) {
      asked.push(now);
      yield* [];
    },
  });
  await wakeAlerts(all);
  expect(asked).toEqual([NOW, NOW]);
});

it('fails when a message could not be sent, so that the minute is retried', async () => {
  const { all } = ports({ wakeDesk: () => Promise.reject(new Error('SQS refused 1 of 1 messages')) });
  await expect(wakeAlerts(all)).rejects.toThrow('SQS refused');
});
