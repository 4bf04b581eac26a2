import { beforeEach, expect, test } from 'vitest';
import { batchHandler } from '#lambdas/runtime/batch-handler.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import type { DeadLetters } from '#lambdas/runtime/queue-handler.ts';
import { aBatch, aRecord } from '#test/runtime/a-record.ts';
import { logLines } from '#test/runtime/log-lines.ts';

let lines: string[];
beforeEach(() => {
  lines = logLines();
});

/** Reads whatever is no riddle. */
function read(body: string): string {
  if (body.startsWith('riddle')) throw new PermanentError('Cannot be read');
  if (body.startsWith('fog')) throw new Error('Cannot be read now');
  return body.toUpperCase();
}

function aHandler(handleAll: (words: string[]) => Promise<void>, deadLetters?: DeadLetters) {
  const dead: string[] = [];
  const move: DeadLetters = deadLetters ?? (async ({ body }) => void dead.push(body));
  const handler = batchHandler(read, handleAll, move);
  const receive = async (...bodies: string[]) => {
    const { batchItemFailures } = await handler(aBatch(...bodies.map((body) => aRecord(body))));
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { receive, dead };
}

test('all messages of a batch are handled at once, as they were read', async () => {
  const batches: string[][] = [];
  const { receive } = aHandler(async (words) => void batches.push(words));

  expect(await receive('one', 'two', 'three')).toEqual([]);
  expect(batches).toEqual([['ONE', 'TWO', 'THREE']]);
  expect(lines).toEqual([]);
});

test('what can never be read goes to the dead letters by itself, the others are handled', async () => {
  const batches: string[][] = [];
  const { receive, dead } = aHandler(async (words) => void batches.push(words));

  expect(await receive('one', 'riddle', 'two')).toEqual([]);
  expect(batches).toEqual([['ONE', 'TWO']]);
  expect(dead).toEqual(['riddle']);
});

test('what cannot be read now comes back by itself', async () => {
  const { receive, dead } = aHandler(async () => {});

  expect(await receive('one', 'fog')).toEqual(['fog']);
  expect(dead).toEqual([]);
});

test('what cannot be moved to the dead letters comes back', async () => {
  const { receive } = aHandler(
    async () => {},
    () => Promise.reject(new Error('away')),
  );

  expect(await receive('riddle', 'one')).toEqual(['riddle']);
});

test('if handling them fails, all that were read come back, and one line says so', async () => {
  const { receive, dead } = aHandler(() => Promise.reject(new Error('away')));

  expect(await receive('one', 'riddle', 'two')).toEqual(['one', 'two']);
  expect(dead).toEqual(['riddle']);
  expect(lines.filter((line) => line.includes('Batch failed'))).toHaveLength(1);
});

test('where nothing can be read nothing is handled', async () => {
  const batches: string[][] = [];
  const { receive } = aHandler(async (words) => void batches.push(words));

  expect(await receive('riddle', 'riddle of old')).toEqual([]);
  expect(batches).toEqual([]);
});
