import { beforeEach, describe, expect, test } from 'vitest';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { type FifoPorts, fifoHandler, inOrder } from '#lambdas/runtime/fifo-handler.ts';
import type { SqsRecord } from '#lambdas/runtime/sqs-event.ts';
import { aBatch, aRecord } from '#test/runtime/a-record.ts';
import { logLines } from '#test/runtime/log-lines.ts';

let lines: string[];
beforeEach(() => {
  lines = logLines();
});

const PLENTY = { getRemainingTimeInMillis: () => 300_000 };

/** A consumer that fails at the given bodies; records are written `A1`, `A2`, `B1`: group and number. */
function aConsumer(errors: Record<string, Error> = {}, ports: Partial<FifoPorts> = {}) {
  const handled: string[] = [];
  const dead: string[] = [];
  const postponed: [string, number][] = [];
  const handle = async ({ body }: SqsRecord) => {
    const error = errors[body];
    if (error) throw error;
    handled.push(body);
  };
  const handler = fifoHandler((records, hasTime) => inOrder(records, handle, hasTime), {
    deadLetters: async ({ body }) => void dead.push(body),
    postpone: async (records, seconds) => {
      for (const { body } of records) postponed.push([body, seconds]);
    },
    random: () => 1,
    ...ports,
  });
  const receive = async (bodies: string[], attempt = 1, context = PLENTY) => {
    const records = bodies.map((body) => aRecord(body, { group: body.slice(0, 1), attempt }));
    const { batchItemFailures } = await handler(aBatch(...records), context);
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { receive, handled, dead, postponed };
}

test('what there is no time left for comes back in a second, in order', async () => {
  const { receive, handled, postponed } = aConsumer({});
  let left = 200_000;
  const context = { getRemainingTimeInMillis: () => (left -= 60_000) };
  expect(await receive(['A1', 'A2', 'A3', 'A4'], 1, context)).toEqual(['A3', 'A4']);
  expect(handled).toEqual(['A1', 'A2']);
  expect(postponed).toEqual([
    ['A3', 1],
    ['A4', 1],
  ]);
});

test('nothing is begun with less time left than one message may need', async () => {
  const { receive, handled } = aConsumer({}, { reserveSeconds: 150 });
  expect(await receive(['A1'], 1, { getRemainingTimeInMillis: () => 149_000 })).toEqual(['A1']);
  expect(await receive(['A1'], 1, { getRemainingTimeInMillis: () => 151_000 })).toEqual([]);
  expect(handled).toEqual(['A1']);
});

describe('a permanent failure', () => {
  const refused = { A2: new PermanentError('No such channel') };

  test('goes to the dead letters, and its group goes on', async () => {
    const { receive, handled, dead, postponed } = aConsumer(refused);
    expect(await receive(['A1', 'A2', 'A3'])).toEqual([]);
    expect({ handled, dead, postponed }).toEqual({ handled: ['A1', 'A3'], dead: ['A2'], postponed: [] });
  });

  test('comes back alone where the dead letters are away', async () => {
    const { receive, handled } = aConsumer(refused, { deadLetters: () => Promise.reject(new Error('away')) });
    expect(await receive(['A1', 'A2', 'A3'])).toEqual(['A2']);
    expect(handled).toEqual(['A1', 'A3']);
  });
});

describe('a failure that may pass', () => {
  const away = { A2: new RetryLaterError('Channel is away') };

  test('stops its group: what is behind comes back with it, and no other group does', async () => {
    const { receive, handled, dead } = aConsumer(away);
    expect(await receive(['A1', 'B1', 'A2', 'B2', 'A3'])).toEqual(['A2', 'A3']);
    expect(handled.toSorted()).toEqual(['A1', 'B1', 'B2']);
    expect(dead).toEqual([]);
  });

  test('sends nobody behind it to the dead letters', async () => {
    const { receive, dead } = aConsumer({ A1: new Error('unknown'), A2: new PermanentError('poison') });
    expect(await receive(['A1', 'A2', 'A3'])).toEqual(['A1', 'A2', 'A3']);
    expect(dead).toEqual([]);
  });

  test('after a permanent one returns only itself and what is behind', async () => {
    const { receive, dead } = aConsumer({ A1: new PermanentError('poison'), A2: new Error('away') });
    expect(await receive(['A1', 'A2', 'A3'])).toEqual(['A2', 'A3']);
    expect(dead).toEqual(['A1']);
  });

  test('is postponed with all that comes back with it, since one hidden message hides its group', async () => {
    const { receive, postponed } = aConsumer(away);
    await receive(['A1', 'A2', 'A3', 'A4']);
    expect(postponed).toEqual([
      ['A2', 5],
      ['A3', 5],
      ['A4', 5],
    ]);
    expect(lines).toHaveLength(1);
  });

  test('comes back even where it cannot be postponed, and the other groups stay done', async () => {
    const { receive } = aConsumer(away, { postpone: () => Promise.reject(new Error('receipt has expired')) });
    expect(await receive(['A1', 'A2', 'B1'])).toEqual(['A2']);
    expect(lines.at(-1)).toContain('Messages could not be postponed');
  });
});

test('groups are handled side by side, each in its own order', async () => {
  const seen: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const handler = fifoHandler(
    (records, hasTime) =>
      inOrder(
        records,
        async ({ body }) => {
          if (body === 'A1') await released;
          seen.push(body);
          if (body === 'B2') release();
        },
        hasTime,
      ),
    { deadLetters: async () => {}, postpone: async () => {}, random: () => 0 },
  );
  const records = ['A1', 'A2', 'B1', 'B2'].map((body) => aRecord(body, { group: body.slice(0, 1) }));
  expect(await handler(aBatch(...records), PLENTY)).toEqual({ batchItemFailures: [] });
  expect(seen).toEqual(['B1', 'B2', 'A1', 'A2']);
});

describe('how long a message is postponed', () => {
  const secondsAt = async (error: Error, attempt: number, random: number) => {
    const { receive, postponed } = aConsumer({ A1: error }, { random: () => random });
    await receive(['A1'], attempt);
    return postponed[0]?.[1];
  };

  test.each([
    [1, 4, 5],
    [2, 8, 10],
    [3, 15, 20],
    [8, 480, 640],
    [9, 675, 900],
    [100, 675, 900],
  ])('at attempt %i: from %i to %i seconds', async (attempt, shortest, longest) => {
    const error = new Error('away');
    expect([await secondsAt(error, attempt, 0), await secondsAt(error, attempt, 1)]).toEqual([
      shortest,
      longest,
    ]);
  });

  test.each([
    [0, 1],
    [0.2, 1],
    [30, 30],
    [3600, 900],
    [-5, 1],
  ])('at first as the other side says: Retry-After %d is %i seconds', async (afterSeconds, seconds) => {
    const error = new RetryLaterError('Too many requests', { afterSeconds });
    expect(await secondsAt(error, 4, 1)).toBe(seconds);
  });

  test.each([
    [1, 320],
    [500, 500],
    [3600, 900],
  ])('later no sooner than without it: Retry-After %d is %i seconds', async (afterSeconds, seconds) => {
    const error = new RetryLaterError('Too many requests', { afterSeconds });
    expect(await secondsAt(error, 7, 1)).toBe(seconds);
  });
});
