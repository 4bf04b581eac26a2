import { expect, test } from 'vitest';
import { readThreads } from '#bin/commands/support/read-threads.ts';
import { searchCases } from '#bin/commands/support/search/search-cases.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { aCaseRow, aMessage, aThread } from '#test/commands/support/a-case.ts';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => aCaseRow({ displayId: String(index) }));

test('threads come in order, and no more are read at once than thirty-two', async () => {
  let reading = 0;
  let most = 0;
  const said: string[] = [];
  const cases = {
    readThread: async (row: CaseRow) => {
      most = Math.max(most, ++reading);
      await new Promise((resolve) => setImmediate(resolve));
      reading -= 1;
      return row.displayId === '7' ? undefined : aThread(row);
    },
  };
  const read: string[] = [];
  for await (const { row } of readThreads(cases, rowsOf(1_001), (text) => said.push(text)))
    read.push(row.displayId);

  expect(read).toEqual(rowsOf(1_001).map(({ displayId }) => displayId));
  expect(most).toBe(32);
  expect(said).toEqual([
    'Read 500 of 1,001 cases.',
    'Read 1,000 of 1,001 cases.',
    'Threads that are gone until the next sweep reads them again: 1.',
  ]);
});

test('a thread that cannot be read ends it, while others are still being read', async () => {
  const cases = {
    readThread: async ({ displayId }: CaseRow) => {
      if (Number(displayId) >= 3) throw new Error(`no ${displayId}`);
      return aThread();
    },
  };
  const all = async () => {
    for await (const _ of readThreads(cases, rowsOf(50), () => {}));
  };
  await expect(all()).rejects.toThrow('no 3');
});

test('a withheld case is found by its number alone, and its thread is never read', async () => {
  const read: string[] = [];
  const rows = [
    aCaseRow({ displayId: '1', withheld: 'security', subject: 'leaked' }),
    aCaseRow({ displayId: '2', subject: 'a thing' }),
  ];
  const cases = {
    readThread: async (row: CaseRow) => {
      read.push(row.displayId);
      return aThread(row, {
        messages: [aMessage({ body: 'leaked', author: 'one' }), aMessage({ body: 'see 1' })],
      });
    },
  };
  const search = (query: string) =>
    searchCases(query, { cases, rows, nameOf: (id) => id, limit: 1 }, () => {});

  const { found, hits } = await search('leaked');
  expect(found.map(({ displayId }) => displayId)).toEqual(['2']);
  expect(hits[0]?.passages).toMatchObject([{ author: 'one', text: 'leaked', marks: [[0, 6]] }]);
  expect((await search('1')).found.map(({ displayId }) => displayId)).toEqual(['1', '2']);
  expect(read).not.toContain('1');
});
