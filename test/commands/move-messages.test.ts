import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveMessages } from '#bin/commands/redrive/move-messages.ts';

/** Two queues in memory; the call with the number `failsAt` fails. */
function twoQueues(messages: string[], failsAt = Infinity) {
  const from = [...messages];
  const to: string[] = [];
  let calls = 0;
  const call = () => {
    calls += 1;
    if (calls === failsAt) throw new Error('interrupted');
  };
  const ports = {
    receive: async (max: number) => {
      call();
      return from.slice(0, Math.min(max, 10));
    },
    send: async (message: string) => {
      call();
      to.push(message);
    },
    remove: async (message: string) => {
      call();
      from.splice(from.indexOf(message), 1);
    },
    onMoved: () => {},
  };
  return { from, to, ports };
}

const messages = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 35 });

test('all messages move, in order', async () => {
  await fc.assert(
    fc.asyncProperty(messages, async (all) => {
      const { from, to, ports } = twoQueues(all);
      await moveMessages(all.length, ports);

      expect(from).toEqual([]);
      expect(to).toEqual(all);
    }),
  );
});

test('an interruption anywhere repeats one message at most and loses none', async () => {
  await fc.assert(
    fc.asyncProperty(messages, fc.integer({ min: 1, max: 80 }), async (all, failsAt) => {
      const { from, to, ports } = twoQueues(all, failsAt);
      await moveMessages(all.length, ports).catch(() => {});

      expect(new Set([...to, ...from])).toEqual(new Set(all));
      expect(to.length + from.length - all.length).toBeLessThanOrEqual(1);
    }),
  );
});

test('what fails again and comes back meanwhile is not moved for ever', async () => {
  const { from, to, ports } = twoQueues(['poison', 'b', 'c']);
  const send = async (message: string) => {
    to.push(message);
    from.push(`${message} again`);
  };
  await moveMessages(3, { ...ports, send });

  expect(to).toEqual(['poison', 'b', 'c']);
  expect(from).toHaveLength(3);
});
