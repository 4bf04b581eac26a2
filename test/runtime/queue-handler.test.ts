import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { type DeadLetters, queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { aBatch, aRecord } from '#test/runtime/a-record.ts';
import { logLines } from '#test/runtime/log-lines.ts';

const Parcel = z.object({ to: z.string() });
const SECRET = 'Ada-at-home';
const parcel = (to: string) => JSON.stringify({ to, note: SECRET });

let lines: string[];
beforeEach(() => {
  lines = logLines();
});

function aHandler(handle: (to: string) => Promise<void>, deadLetters?: DeadLetters) {
  const dead: string[] = [];
  const move: DeadLetters = deadLetters ?? (async ({ body }) => void dead.push(body));
  const handler = queueHandler(Parcel, ({ to }) => handle(to), move);
  const receive = async (...bodies: string[]) => {
    const { batchItemFailures } = await handler(aBatch(...bodies.map((body) => aRecord(body))));
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { receive, dead };
}

test('each message is handed over as the schema reads it, and none comes back', async () => {
  const handed: string[] = [];
  const { receive, dead } = aHandler(async (to) => void handed.push(to));
  expect(await receive(parcel('Ada'), parcel('Bob'))).toEqual([]);
  expect(handed).toEqual(['Ada', 'Bob']);
  expect([dead, lines]).toEqual([[], []]);
});

test('messages are handled side by side', async () => {
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const { receive } = aHandler(async (to) => (to === 'Ada' ? met : meet()));
  expect(await receive(parcel('Ada'), parcel('Bob'))).toEqual([]);
});

test.each([
  ['an error of any kind', new Error('away')],
  ['an outage', new RetryLaterError('away')],
])('after %s only the message that failed comes back', async (_kind, error) => {
  const { receive, dead } = aHandler((to) => (to === 'Ada' ? Promise.reject(error) : Promise.resolve()));
  expect(await receive(parcel('Ada'), parcel('Bob'))).toEqual([parcel('Ada')]);
  expect(dead).toEqual([]);
});

test('what can never succeed goes to the dead letters as it came, and does not come back', async () => {
  const refuse = () => Promise.reject(new PermanentError('No such street'));
  const { receive, dead } = aHandler(refuse);
  expect(await receive(parcel('Ada'), '{"to":5}', 'no JSON')).toEqual([]);
  expect(dead.toSorted()).toEqual([parcel('Ada'), '{"to":5}', 'no JSON'].toSorted());
});

test('where the dead letters are away, the message comes back rather than being lost', async () => {
  const { receive } = aHandler(
    () => Promise.reject(new PermanentError('No such street')),
    () => Promise.reject(new Error('away')),
  );
  expect(await receive(parcel('Ada'))).toEqual([parcel('Ada')]);
  expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
    'Message failed',
    'Dead letter could not be moved',
  ]);
});

test('a failure is logged with its reason and its fields, never with the message itself', async () => {
  const handler = queueHandler(
    Parcel,
    () => Promise.reject(new PermanentError('No such street', { fields: { street: 'Main' } })),
    async () => {},
  );
  await handler(aBatch({ ...aRecord(parcel('Ada')), messageId: 'm-1' }));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      level: 'ERROR',
      message: 'Message failed',
      messageId: 'm-1',
      street: 'Main',
      error: 'PermanentError',
      reason: 'No such street',
    },
  ]);
  expect(lines.join('')).not.toContain(SECRET);
});
